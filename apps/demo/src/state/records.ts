import { z } from 'zod';

/** What the stand-in remembers, as plain rows; the saved file holds exactly these. Times are GitHub's texts. */
const id = z.number().int().positive();
const time = z.string();

export const Level = z.enum(['read', 'write', 'admin']);
export type Level = z.infer<typeof Level>;
/** Permission name of a GitHub App to its level, e.g. `{ contents: 'write' }`. */
export const Permissions = z.record(z.string(), Level);
export type Permissions = z.infer<typeof Permissions>;

export const Role = z.enum(['none', 'read', 'triage', 'write', 'maintain', 'admin']);
/** What a person may do in a repository, lowest first in `Role.options`. */
export type Role = z.infer<typeof Role>;

export const User = z.object({
  id,
  login: z.string(),
  type: z.enum(['User', 'Bot']),
  name: z.string().nullable(),
  email: z.string().nullable(),
  bio: z.string().nullable(),
  createdAt: time,
});
export type User = z.infer<typeof User>;

export const Organization = z.object({
  id,
  login: z.string(),
  name: z.string(),
  description: z.string(),
  /** What every member may do in every repository. */
  baseRole: Role,
  createdAt: time,
});
export type Organization = z.infer<typeof Organization>;

export const Membership = z.object({
  organizationId: id,
  userId: id,
  role: z.enum(['admin', 'member']),
  state: z.enum(['active', 'pending']),
});
export type Membership = z.infer<typeof Membership>;

export const Repository = z.object({
  id,
  ownerId: id,
  name: z.string(),
  /** Full names that it had before; GitHub redirects them. */
  formerNames: z.array(z.string()),
  description: z.string().nullable(),
  language: z.string().nullable(),
  private: z.boolean(),
  archived: z.boolean(),
  parentId: id.nullable(),
  defaultBranch: z.string(),
  /** Pull requests and issues share one sequence. */
  lastNumber: z.number().int(),
  createdAt: time,
  updatedAt: time,
  pushedAt: time,
  /** Protected branches, each with the approving reviews that it asks of a pull request before it is merged. */
  protections: z.record(z.string(), z.number().int().positive()).default({}),
  /** Number of the drawing that its git repository is made from when someone first needs it. */
  drawn: z.number().int().nullable(),
});
export type Repository = z.infer<typeof Repository>;

export const Collaborator = z.object({ repositoryId: id, userId: id, role: Role });
export type Collaborator = z.infer<typeof Collaborator>;

export const Label = z.object({ id, name: z.string(), color: z.string(), description: z.string().nullable() });
export type Label = z.infer<typeof Label>;

export const Pull = z.object({
  id,
  repositoryId: id,
  number: id,
  title: z.string(),
  body: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  draft: z.boolean(),
  locked: z.boolean(),
  authorId: id,
  /** The repository is null when a fork was deleted. */
  head: z.object({ repositoryId: id.nullable(), ownerId: id, branch: z.string(), sha: z.string() }),
  base: z.object({ branch: z.string(), sha: z.string() }),
  labels: z.array(Label),
  reviewerIds: z.array(id),
  assigneeIds: z.array(id),
  createdAt: time,
  updatedAt: time,
  closedAt: time.nullable(),
  mergedAt: time.nullable(),
  mergedById: id.nullable(),
  mergeSha: z.string().nullable(),
});
export type Pull = z.infer<typeof Pull>;

export const Review = z.object({
  id,
  repositoryId: id,
  number: id,
  userId: id,
  state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED']),
  body: z.string(),
  sha: z.string(),
  submittedAt: time,
});
export type Review = z.infer<typeof Review>;

export const Comment = z.object({
  id,
  repositoryId: id,
  number: id,
  userId: id,
  body: z.string(),
  /** Set for a comment on a line of the diff. */
  line: z.object({ path: z.string(), line: id, sha: z.string(), reviewId: id }).nullable(),
  createdAt: time,
  updatedAt: time,
});
export type Comment = z.infer<typeof Comment>;

export const Status = z.object({
  id,
  repositoryId: id,
  sha: z.string(),
  context: z.string(),
  state: z.enum(['error', 'failure', 'pending', 'success']),
  description: z.string().nullable(),
  creatorId: id,
  createdAt: time,
});
export type Status = z.infer<typeof Status>;

export const Conclusion = z.enum(['success', 'failure', 'neutral', 'cancelled', 'skipped', 'timed_out']);

export const CheckRun = z.object({
  id,
  repositoryId: id,
  sha: z.string(),
  branch: z.string(),
  suiteId: id,
  name: z.string(),
  status: z.enum(['queued', 'in_progress', 'completed']),
  conclusion: Conclusion.nullable(),
  startedAt: time,
  completedAt: time.nullable(),
});
export type CheckRun = z.infer<typeof CheckRun>;
