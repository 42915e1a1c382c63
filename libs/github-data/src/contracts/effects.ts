import { effect, Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { MembershipRole } from './names.js';

const keyed = { entity: 'organizationId', organization: 'organizationId' } as const;
const onInstallation = {
  organizationId: Id64,
  installationId: Id64,
  permissions: z.record(z.string(), z.string()),
};
const SECOND = 1_000;
const FullName = z.string().min(3).max(255);

/** Reads one page of what the installation sees. */
export class ListRepositories extends effect({
  name: 'github-data.listRepositories',
  ...keyed,
  step: true,
  payload: z.object({ ...onInstallation, runId: Uuid, page: z.int().min(1) }),
  timeoutMs: 60 * SECOND,
  maxAttempts: 4,
}) {}

/** Reads one page of the members with one role. */
export class ListMembers extends effect({
  name: 'github-data.listMembers',
  ...keyed,
  step: true,
  payload: z.object({
    ...onInstallation,
    runId: Uuid,
    login: z.string(),
    role: MembershipRole,
    page: z.int().min(1),
  }),
  timeoutMs: 60 * SECOND,
  maxAttempts: 3,
}) {}

/** Reads the open pull requests of up to ten repositories at once. */
export class ListPullRequests extends effect({
  name: 'github-data.listPullRequests',
  ...keyed,
  step: true,
  payload: z.object({
    ...onInstallation,
    runId: Uuid,
    batch: z.int().min(0),
    repositories: z.array(z.object({ repositoryId: Id64, fullName: FullName })).max(20),
  }),
  timeoutMs: 120 * SECOND,
  deadlineMs: 600 * SECOND,
  maxAttempts: 4,
}) {}

/** Reads one pull request; one at a time for each. */
export class FetchPullRequest extends effect({
  name: 'github-data.fetchPullRequest',
  ...keyed,
  payload: z.object({ ...onInstallation, repositoryId: Id64, fullName: FullName, number: z.int().min(1) }),
  timeoutMs: 30 * SECOND,
  maxAttempts: 4,
  exclusive: ({ repositoryId, number }) => `pull-request:${repositoryId}:${String(number)}`,
}) {}

/** Reads an installation as the App, when events leave open what is true. */
export class ReadInstallation extends effect({
  name: 'github-data.readInstallation',
  ...keyed,
  payload: z.object({ organizationId: Id64, installationId: Id64 }),
  timeoutMs: 30 * SECOND,
  maxAttempts: 4,
}) {}

/** Asks GitHub, with the person's own token, where they belong. */
export class FindAccounts extends effect({
  name: 'github-data.findAccounts',
  entity: 'userId',
  payload: z.object({ userId: Id64 }),
  timeoutMs: 30 * SECOND,
  deadlineMs: 60 * SECOND,
  maxAttempts: 2,
}) {}

/** Asks GitHub whether an installation is the person's. */
export class VerifyClaim extends effect({
  name: 'github-data.verifyClaim',
  entity: 'userId',
  payload: z.object({ userId: Id64, installationId: Id64, nonceHash: z.string() }),
  timeoutMs: 30 * SECOND,
  maxAttempts: 3,
}) {}

/** Reads, as the App, all installations, or asks again for the deliveries that failed. */
export class SweepApp extends effect({
  name: 'github-data.sweepApp',
  entity: 'entityId',
  payload: z.object({ entityId: z.literal('app'), part: z.enum(['deliveries', 'installations']) }),
  timeoutMs: 120 * SECOND,
  maxAttempts: 3,
}) {}
