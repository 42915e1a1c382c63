import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { App, Code, Conversion, Delivery, Installation, Token } from './app-records.js';
import { CheckRun, Collaborator, Comment, Membership, Organization, Pull, Repository } from './records.js';
import { Review, Status, User } from './records.js';
import type { World } from './world.js';

const Saved = z.object({
  nextId: z.number().int(),
  seeded: z.string().nullable(),
  users: z.array(User),
  organizations: z.array(Organization),
  memberships: z.array(Membership),
  repositories: z.array(Repository),
  collaborators: z.array(Collaborator),
  apps: z.array(App),
  installations: z.array(Installation),
  tokens: z.array(Token),
  codes: z.array(Code),
  conversions: z.array(Conversion),
  pulls: z.array(Pull),
  reviews: z.array(Review),
  comments: z.array(Comment),
  statuses: z.array(Status),
  checkRuns: z.array(CheckRun),
  deliveries: z.array(Delivery),
});

const keptDeliveries = 1000;

/** Writes everything to one file, whole or not at all: a crash leaves the file before. */
export function save(world: World, file: string): void {
  const saved: z.infer<typeof Saved> = {
    nextId: world.nextId,
    seeded: world.seeded,
    users: [...world.users.values()],
    organizations: [...world.organizations.values()],
    memberships: world.memberships,
    repositories: [...world.repositories.values()],
    collaborators: world.collaborators,
    apps: [...world.apps.values()],
    installations: [...world.installations.values()],
    tokens: [...world.tokens.values()],
    codes: [...world.codes.values()],
    conversions: [...world.conversions.values()],
    pulls: world.allPulls(),
    reviews: world.reviews,
    comments: world.comments,
    statuses: world.statuses,
    checkRuns: world.checkRuns,
    deliveries: world.deliveries.slice(-keptDeliveries),
  };
  writeFileSync(`${file}.new`, JSON.stringify(saved), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Fills an empty world from the file; returns false when there is none. Throws on a file of another shape. */
export function load(world: World, file: string): boolean {
  if (!existsSync(file)) return false;
  const saved = Saved.parse(JSON.parse(readFileSync(file, 'utf8')));
  world.nextId = saved.nextId;
  world.seeded = saved.seeded;
  for (const row of saved.users) world.users.set(row.id, row);
  for (const row of saved.organizations) world.organizations.set(row.id, row);
  for (const row of saved.apps) world.apps.set(row.id, row);
  for (const row of saved.installations) world.installations.set(row.id, row);
  for (const row of saved.tokens) world.tokens.set(row.hash, row);
  for (const row of saved.codes) world.codes.set(row.hash, row);
  for (const row of saved.conversions) world.conversions.set(row.codeHash, row);
  world.placeRepositories(saved.repositories);
  for (const row of saved.pulls) world.placePull(row);
  world.memberships = saved.memberships;
  world.collaborators = saved.collaborators;
  world.reviews = saved.reviews;
  world.comments = saved.comments;
  world.statuses = saved.statuses;
  world.checkRuns = saved.checkRuns;
  world.deliveries = saved.deliveries;
  return true;
}

/** Saves soon after a change, many changes at once. `flush` saves at once what is pending. */
export class Saver {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly world: World,
    private readonly file: string,
    private readonly delay = 250,
  ) {}

  changed(): void {
    this.timer ??= setTimeout(() => this.flush(), this.delay);
  }

  flush(): void {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = null;
    save(this.world, this.file);
  }
}
