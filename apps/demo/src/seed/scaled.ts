import { z } from 'zod';
import { Drawing } from '../drawing/drawing.js';
import type { Github } from '../github.js';
import { newPull } from '../pulls/changing.js';
import { newRepository } from '../repositories/changing.js';
import { timestamp } from '../state/clock.js';
import type { Organization, Repository, User } from '../state/records.js';
import { seedOrganization, seedPeople, seedPerson } from './accounts.js';
import { text } from './story.js';

/** How large an organization to make. */
export const Scale = z.object({
  repositories: z.number().int().min(1).max(5000),
  pulls: z.number().int().min(0).max(50_000),
  members: z.number().int().min(1).max(2000),
});
export type Scale = z.infer<typeof Scale>;

const languages = ['TypeScript', 'Go', 'Python', 'Rust', 'Kotlin'];
const subjects = ['billing', 'search', 'catalogue', 'identity', 'shipping', 'reports', 'gateway', 'worker'];
const verbs = ['Add', 'Fix', 'Simplify', 'Speed up', 'Remove', 'Document'];
const things = ['retries', 'the cache', 'error messages', 'pagination', 'the health check', 'time zones'];
const day = 86_400;
const author = { name: 'Atlas Developer', email: 'developer@atlas.example' };
/** One repository in so many has no pull request. */
const quietEvery = 8;

function pick<T>(from: readonly T[], index: number): T {
  const item = from[index % from.length];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

/**
 * The git side of a scaled repository, from its id and the number of pull requests that it was seeded with (`drawn`)
 * alone: so nothing needs to be kept until someone clones it. `now` is the time of seeding in seconds.
 */
export function drawScaled({ id, drawn }: Repository, now: number): Drawing | undefined {
  if (drawn === null) return undefined;
  const drawing = new Drawing('main');
  const at = (daysAgo: number) => now - daysAgo * day;
  drawing.commit('main', {
    author,
    at: at(300 + (id % 50)),
    message: 'Begin',
    changes: {
      'README.md': text(`# ${pick(subjects, id)}`, '', `Service number ${id}.`),
      'src/main.txt': text(...Array.from({ length: 12 }, (_, line) => `step ${line + 1} of service ${id}`)),
    },
  });
  for (let number = 1; number <= drawn; number += 1) {
    const branch = branchOf(number);
    drawing.branch(branch);
    const changes = { [`changes/${number}.txt`]: text(titleOf(id, number)) };
    const sha = drawing.commit(branch, {
      author,
      at: at(1 + ((id + number) % 60)),
      message: titleOf(id, number),
      changes,
    });
    drawing.pullRef(number, sha);
  }
  return drawing;
}

const branchOf = (number: number) => `change-${number}`;
const titleOf = (id: number, number: number) =>
  `${pick(verbs, id + number)} ${pick(things, id * 3 + number)} (${number})`;

/** Seeds an organization of any size without touching git. */
export function seedScaled(github: Github, scale: Scale, now: number): Organization {
  const { world } = github;
  const owner = seedOrganization(github, { login: 'atlas', name: 'Atlas', description: 'An organization of many' });
  const people = [...seedPeople(github, owner.id).values()].slice(0, 6);
  for (let index = people.length; index < scale.members; index += 1) {
    const member = seedPerson(github, `member-${String(index).padStart(4, '0')}`, `Member ${index}`, null);
    world.memberships.push({ organizationId: owner.id, userId: member.id, role: 'member', state: 'active' });
    people.push(member);
  }
  const busy = (index: number) => scale.repositories < quietEvery || index % quietEvery !== quietEvery - 1;
  const indexes = Array.from({ length: scale.repositories }, (_, index) => index);
  const counts = spread(indexes.filter(busy), scale.pulls);
  const repositories = indexes.map((index) => ({
    ...newRepository(github, {
      ownerId: owner.id,
      name: `${pick(subjects, index)}-${String(index + 1).padStart(3, '0')}`,
      description: `${pick(subjects, index)}, part ${index + 1}`,
      language: pick(languages, index),
      drawn: counts.get(index) ?? 0,
    }),
    ...times(index, now),
  }));
  world.placeRepositories(repositories);
  for (const repository of repositories) seedPulls(github, repository, people, now);
  return owner;
}

function times(index: number, now: number) {
  const at = timestamp((now - (index % 40) * day) * 1000);
  return { createdAt: timestamp((now - (300 + (index % 50)) * day) * 1000), pushedAt: at, updatedAt: at };
}

function spread(indexes: readonly number[], pulls: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let pull = 0; pull < pulls; pull += 1) {
    const index = pick(indexes, pull);
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return counts;
}

function seedPulls({ world }: Github, repository: Repository, people: readonly User[], now: number): void {
  const drawing = drawScaled(repository, now);
  if (!drawing) return;
  const baseSha = drawing.head('main');
  for (let number = 1; number <= (repository.drawn ?? 0); number += 1) {
    const pull = newPull(world.newId(), repository, {
      title: titleOf(repository.id, number),
      body: `Part of the work on **${repository.name}**.\n\nSee the commits.`,
      draft: number % 9 === 0,
      head: { repository, branch: branchOf(number) },
      base: 'main',
      number,
      headSha: drawing.head(branchOf(number)),
      baseSha,
      authorId: pick(people, repository.id + number).id,
      at: timestamp((now - (1 + ((repository.id + number) % 60)) * day + number) * 1000),
    });
    world.placePull(pull);
    repository.lastNumber = number;
  }
}
