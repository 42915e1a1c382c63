import { mkdir } from 'node:fs/promises';
import { Drawing } from '../drawing/drawing.js';
import { writeDrawing } from '../drawing/write.js';
import type { Github } from '../github.js';
import { newPull } from '../pulls/changing.js';
import { newRepository } from '../repositories/changing.js';
import { timestamp } from '../state/clock.js';
import type { Organization, Pull, Repository, User } from '../state/records.js';
import { seedOrganization, seedPeople } from './accounts.js';
import { type Drawn, drawStory } from './drawing-stories.js';
import { organization } from './people.js';
import type { Branch, Proposal, Step, Story } from './story.js';
import { reports, tokens } from './stories/data.js';
import { orders } from './stories/orders.js';
import { payments } from './stories/payments.js';
import { handbook, infrastructure, scanner } from './stories/rest.js';
import { storefront } from './stories/storefront.js';

const stories: readonly Story[] = [storefront, orders, payments, reports, tokens, infrastructure, handbook, scanner];
const day = 86_400;

/** Seeds the demo organization: its people, repositories with real code, and pull requests in every state. */
export async function seedDemo(github: Github, now: number): Promise<Organization> {
  await mkdir(github.git.root, { recursive: true });
  const owner = seedOrganization(github, organization);
  const users = seedPeople(github, owner.id);
  for (const story of stories) await seedStory(github, owner, users, story, now);
  return owner;
}

function userOf(users: ReadonlyMap<string, User>, login: string): User {
  const user = users.get(login);
  if (!user) throw new Error(`Nobody is called ${login}`);
  return user;
}

async function seedStory(github: Github, owner: Organization, users: Map<string, User>, story: Story, now: number) {
  const { world, git } = github;
  const host = new URL(world.addresses.web).hostname;
  const drawn = drawStory(story, now, (login) => {
    const { id, name } = userOf(users, login);
    return { name: name ?? login, email: `${id}+${login}@users.noreply.${host}` };
  });
  const repository = { ...newRepository(github, { ...about(story), ownerId: owner.id }), ...times(story, now) };
  world.placeRepository(repository);
  for (const branch of story.branches) {
    const home =
      branch.fork === undefined
        ? repository
        : await seedFork(github, repository, userOf(users, branch.fork), drawn, branch);
    if (branch.pull) seedPull(github, { repository, home, users, drawn, now }, branch, branch.pull);
    if (home !== repository || branch.pull?.end === 'merged') drawn.drawing.refs.delete(`refs/heads/${branch.name}`);
  }
  await writeDrawing(drawn.drawing, git.path(repository.id));
}

function about({ name, description, language, private: hidden }: Story) {
  return { name, description, language, private: hidden };
}

function times({ history, branches }: Story, now: number) {
  const steps: Step[] = [...history, ...branches.flatMap((branch) => branch.steps)];
  const at = (days: number) => timestamp((now - days * day) * 1000);
  const newest = at(Math.min(...steps.map(({ daysAgo }) => daysAgo)));
  return { createdAt: at(Math.max(...steps.map(({ daysAgo }) => daysAgo))), pushedAt: newest, updatedAt: newest };
}

async function seedFork(github: Github, parent: Repository, owner: User, { drawing, heads }: Drawn, branch: Branch) {
  const fork = newRepository(github, {
    ownerId: owner.id,
    name: parent.name,
    description: parent.description,
    language: parent.language,
    private: parent.private,
    parentId: parent.id,
  });
  github.world.placeRepository(fork);
  github.world.collaborators.push({ repositoryId: parent.id, userId: owner.id, role: 'read' });
  const own = new Drawing('main');
  for (const [sha, object] of drawing.objects) own.objects.set(sha, object);
  own.refs.set('refs/heads/main', drawing.head('main'));
  own.refs.set(`refs/heads/${branch.name}`, heads.get(branch.name) ?? '');
  await writeDrawing(own, github.git.path(fork.id));
  return fork;
}

interface Setting {
  readonly repository: Repository;
  readonly home: Repository;
  readonly users: ReadonlyMap<string, User>;
  readonly drawn: Drawn;
  readonly now: number;
}

function seedPull(
  github: Github,
  { repository, home, users, drawn, now }: Setting,
  branch: Branch,
  proposal: Proposal,
): void {
  const { world } = github;
  repository.lastNumber += 1;
  const headSha = drawn.heads.get(branch.name) ?? '';
  const at = timestamp((now - proposal.daysAgo * day + 7200) * 1000);
  const pull = newPull(world.newId(), repository, {
    title: proposal.title,
    body: proposal.body,
    draft: proposal.draft ?? false,
    head: { repository: home, branch: branch.name },
    base: 'main',
    number: repository.lastNumber,
    headSha,
    baseSha: drawn.drawing.head('main'),
    authorId: userOf(users, branch.steps[0]?.by ?? '').id,
    at,
  });
  drawn.drawing.pullRef(pull.number, headSha);
  pull.reviewerIds = (proposal.reviewers ?? []).map((login) => userOf(users, login).id);
  pull.labels = (proposal.labels ?? []).map((name) => ({
    id: world.newId(),
    name,
    color: colourOf(name),
    description: null,
  }));
  if (proposal.end) end(pull, proposal, drawn.merges.get(branch.name) ?? null, now);
  world.placePull(pull);
  seedTalk(github, pull, proposal, users, at);
}

function end(pull: Pull, { end: how, daysAgo }: Proposal, mergeSha: string | null, now: number): void {
  const at = timestamp((now - Math.max(0, daysAgo - 1) * day) * 1000);
  Object.assign(pull, { state: 'closed', closedAt: at, updatedAt: at });
  if (how === 'merged') Object.assign(pull, { mergedAt: at, mergedById: pull.authorId, mergeSha });
}

function colourOf(label: string): string {
  const colours: Record<string, string> = { bug: 'd73a4a', feature: '0e8a16', design: 'c5def5', money: 'fbca04' };
  return colours[label] ?? '0075ca';
}

function seedTalk(
  { world }: Github,
  pull: Pull,
  { review, comment, build }: Proposal,
  users: ReadonlyMap<string, User>,
  at: string,
) {
  const on = { repositoryId: pull.repositoryId, number: pull.number };
  if (review) {
    const { by, state, body } = review;
    const row = { ...on, state, body, userId: userOf(users, by).id, sha: pull.head.sha, submittedAt: at };
    world.reviews.push({ id: world.newId(), ...row });
  }
  if (comment) {
    const row = {
      ...on,
      body: comment.body,
      userId: userOf(users, comment.by).id,
      line: null,
      createdAt: at,
      updatedAt: at,
    };
    world.comments.push({ id: world.newId(), ...row });
  }
  if (!build) return;
  const done = build !== 'pending';
  world.checkRuns.push({
    id: world.newId(),
    repositoryId: pull.repositoryId,
    sha: pull.head.sha,
    branch: pull.head.branch,
    suiteId: world.newId(),
    name: 'build',
    status: done ? 'completed' : 'in_progress',
    conclusion: done ? (build === 'success' ? 'success' : 'failure') : null,
    startedAt: at,
    completedAt: done ? at : null,
  });
}
