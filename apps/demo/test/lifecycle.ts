import type { TestGithub } from './running.js';

/** Lets everything happen once that GitHub tells an App about. */
export async function lifecycle(site: TestGithub): Promise<void> {
  const repository = 'harbour-goods/storefront';
  const pull = { repository, number: 1 };
  const organization = 'harbour-goods';
  const account = 'harbour-goods';
  for (const on of [true, false]) {
    await site.act('pull.draft', { ...pull, on });
    await site.act('pull.lock', { ...pull, on });
    await site.act('pull.label', { ...pull, on, label: 'urgent' });
    await site.act('pull.requestReview', { ...pull, on, reviewer: 'jonas-lind' });
    await site.act('pull.assign', { ...pull, on, assignee: 'leo-marchetti' });
    await site.act('repository.archive', { repository, on });
    await site.act('repository.private', { repository: 'harbour-goods/design-tokens', on });
  }
  await site.act('pull.edit', { ...pull, title: 'Another title' });
  await site.act('pull.review', { ...pull, state: 'CHANGES_REQUESTED', body: 'Please' });
  await site.act('pull.comment', { ...pull, body: 'On all of it' });
  await site.act('pull.comment', { ...pull, body: 'On a line', line: { path: 'src/basket.ts', line: 3 } });
  await site.act('pull.check', { ...pull, conclusion: null });
  await site.act('pull.check', { ...pull, conclusion: 'success' });
  await site.act('pull.status', { ...pull, state: 'failure' });
  await site.act('pull.close', pull);
  await site.act('pull.reopen', pull);
  await site.act('branch.create', { repository, branch: 'a-branch' });
  await site.act('branch.commit', { repository, branch: 'a-branch', path: 'a.txt', text: 'a', message: 'Add a' });
  await site.act('pull.open', { repository, head: 'a-branch', title: 'From a branch' });
  await site.act('branch.commit', { repository, branch: 'a-branch', path: 'b.txt', text: 'b', message: 'Add b' });
  await site.act('pull.merge', { repository, number: 5 });
  await site.act('branch.delete', { repository, branch: 'a-branch' });
  await site.act('repository.create', { owner: organization, name: 'fresh' });
  await site.act('repository.edit', { repository: 'harbour-goods/fresh', description: 'Newer' });
  await site.act('repository.rename', { repository: 'harbour-goods/fresh', name: 'renamed' });
  await site.act('repository.transfer', { repository: 'harbour-goods/renamed', to: 'mira-okafor' });
  await site.act('repository.delete', { repository: 'harbour-goods/warehouse-scanner' });
  await site.act('collaborator.set', { repository, login: 'sunniva-dahl', role: 'read' });
  await site.act('collaborator.set', { repository, login: 'sunniva-dahl', role: 'write' });
  await site.act('collaborator.set', { repository, login: 'sunniva-dahl', role: 'none' });
  await site.act('member.invite', { organization, login: 'sunniva-dahl' });
  await site.act('member.add', { organization, login: 'sunniva-dahl' });
  await site.act('member.remove', { organization, login: 'sunniva-dahl' });
  await site.act('installation.select', { account, repositories: [repository] });
  await site.act('installation.select', { account, repositories: null });
  await site.act('installation.suspend', { account });
  await site.act('installation.unsuspend', { account });
  await site.act('installation.permit', { account, permissions: { metadata: 'read', contents: 'read' } });
  await site.act('user.revokeAuthorization', { login: 'leo-marchetti', app: 'foundry' });
  await site.act('installation.delete', { account });
  await site.act('installation.create', { account });
  await site.act('organization.rename', { organization, login: 'harbour' });
  await site.act('organization.rename', { organization: 'harbour', login: organization });
}
