import { NotesModule, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RepositoryAccessOf } from '../src/contracts/index.js';
import { GithubDataWorkerModule } from '../src/github-data-worker.module.js';
import { TokensModule } from '../src/testing/foundry.js';
import { RepositoryAccessOfQuery } from '../src/queries/github.queries.js';

describe('what a person may do in the repositories of an organization', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await startKernel({
      modules: [GithubDataWorkerModule, TokensModule, NotesModule],
      audit: new RecordedAudit(),
    });
    await kernel.database.sql`
      insert into github_data.repositories
        (organization_id, repository_id, full_name, private, state, observed_at, version)
      values (7, 1, 'acme/fresh', true, 'available', now(), 1), (7, 2, 'acme/stale', true, 'available', now(), 1),
        (7, 3, 'acme/old', true, 'available', now(), 1), (7, 4, 'acme/public', false, 'available', now(), 1),
        (7, 5, 'acme/gone', false, 'removed', now(), 1), (8, 6, 'other/one', false, 'available', now(), 1)`;
    await kernel.database.sql`
      insert into github_data.repository_access
        (organization_id, user_id, repository_id, permission, checked_at, stale)
      values (7, 42, 1, 'write', now(), false), (7, 42, 2, 'read', now(), true),
        (7, 42, 3, 'none', now() - interval '46 minutes', false), (7, 43, 4, 'admin', now(), false)`;
  });
  afterAll(() => kernel.stop());

  it('is what GitHub said last, whether that is fresh, and nothing where it was not asked', async () => {
    const answer = await new RepositoryAccessOfQuery(kernel.database).execute(new RepositoryAccessOf('42', '7'));
    expect(answer).toEqual([
      { repositoryId: '1', isPrivate: true, permission: 'write', isCurrent: true },
      { repositoryId: '2', isPrivate: true, permission: 'read', isCurrent: false },
      { repositoryId: '3', isPrivate: true, permission: 'none', isCurrent: false },
      { repositoryId: '4', isPrivate: false, permission: null, isCurrent: false },
      { repositoryId: '5', isPrivate: true, permission: null, isCurrent: false },
    ]);
  });
});
