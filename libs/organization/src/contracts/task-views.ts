import { Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { TaskStatus } from '@foundry/task/contracts';
import { z } from 'zod';

const ISO = '2030-01-01T12:00:00.000Z';
const TASK = '0190c6a0-0000-7000-8000-000000000001';
const count = (description: string) => z.int().min(0).nullable().meta({ description });
const avatarUrl = z.string().nullable().meta({ description: 'Address of the picture.' });
const repositoryId = Id64.meta({ description: 'GitHub id of the repository.' });
const repositoryName = z.string().meta({ description: 'Owner and name of the repository at GitHub.' });

/** `virtual`: it came with a pull request and nobody used it yet, so it costs nothing. */
export const ListedStatus = z.enum(['virtual', ...TaskStatus.options]);
export type ListedStatus = z.infer<typeof ListedStatus>;

export const PullRequestState = z.enum(['open', 'closed', 'merged']);
export type PullRequestState = z.infer<typeof PullRequestState>;
export const ReviewState = z.enum(['none', 'approved', 'changes_requested']);
export const ChecksState = z.enum(['none', 'pending', 'passed', 'failed', 'unknown']);
export const ClosedBy = z.enum(['github', 'vanished', 'removal']);

/** The pull request that a task shows: the open one with the highest number, else the one closed last. */
export const TaskPullRequest = z
  .object({
    number: z.int().meta({ description: 'Its number in the repository.' }),
    state: PullRequestState.meta({ description: 'Merged ones are not closed here.' }),
    draft: z.boolean().meta({ description: 'Not ready for review yet.' }),
    title: z.string().meta({ description: 'Its title at GitHub.' }),
    url: z.string().meta({ description: 'Its address at GitHub.' }),
    baseBranch: z.string().meta({ description: 'The branch that it goes into.' }),
    authorLogin: z.string().nullable().meta({ description: 'Who opened it; null: that account is gone.' }),
    checks: ChecksState.meta({ description: 'State of the checks of its newest commit.' }),
    review: ReviewState.meta({ description: 'What reviewers said.' }),
    openedAt: Timestamp.meta({ description: 'When it was opened.' }),
    closedAt: Timestamp.nullable().meta({ description: 'When it was closed or merged.' }),
    closedBy: ClosedBy.nullable().meta({ description: 'How it ended; removal: its repository is not available.' }),
  })
  .meta({
    id: 'TaskPullRequest',
    description: 'A pull request of a task.',
    examples: [
      {
        number: 7,
        state: 'open' as const,
        draft: false,
        title: 'Greet people by name',
        url: 'https://github.com/acme/web/pull/7',
        baseBranch: 'main',
        authorLogin: 'octocat',
        checks: 'passed' as const,
        review: 'none' as const,
        openedAt: ISO,
        closedAt: null,
        closedBy: null,
      },
    ],
  });
export type TaskPullRequest = z.infer<typeof TaskPullRequest>;

/** A conversation with an agent, as lists show it. */
export const ListedSession = z
  .object({
    id: Uuid.meta({ description: 'Id of the session.' }),
    name: z.string().max(80).meta({ description: 'Its name.' }),
    agent: z.string().max(40).meta({ description: 'The agent.' }),
    model: z.string().max(120).nullable().meta({ description: 'The model, if one was chosen.' }),
    status: z.string().max(40).meta({ description: 'What it is doing.' }),
    needsInput: z.boolean().meta({ description: 'It waits for a person.' }),
  })
  .meta({
    id: 'ListedSession',
    description: 'A session of a task, as lists show it.',
    examples: [{ id: TASK, name: 'Session 1', agent: 'claude', model: null, status: 'ready', needsInput: false }],
  });

/** The person whose identity a task works with. */
export const TaskOwner = z
  .object({
    userId: Id64.meta({ description: 'GitHub id of the person.' }),
    login: z.string().meta({ description: 'Login at GitHub.' }),
    avatarUrl,
  })
  .meta({
    id: 'TaskOwner',
    description: 'Who a task works for.',
    examples: [{ userId: '583231', login: 'octocat', avatarUrl: null }],
  });

/** What the task's own module says about it; the rest of a row comes from GitHub. */
const ofTask = {
  title: z.string().meta({ description: 'The title.' }),
  titleSource: z.enum(['pull_request', 'prompt', 'user']).meta({ description: 'Where the title comes from.' }),
  statusReason: z.string().nullable().meta({ description: 'Why it has this status.' }),
  archivedAt: Timestamp.nullable().meta({ description: 'When it was archived.' }),
  archiveReason: z
    .string()
    .nullable()
    .meta({ description: 'Why it was archived: merged, closed, repository_removed or user.' }),
  owner: TaskOwner.nullable().meta({ description: 'Who it works for; null: nobody.' }),
  sessions: z.array(ListedSession).max(50).meta({ description: 'Its sessions, at most 50.' }),
  filesChanged: count('Files that differ from the base; null: not known.'),
  linesAdded: count('Lines added; null: not known.'),
  linesRemoved: count('Lines removed; null: not known.'),
  unpushed: count('Commits that GitHub does not have; null: not known.'),
  lastActivityAt: Timestamp.meta({ description: 'When something last happened; lists are in this order.' }),
};

export const ReportedSummary = z.object({ ...ofTask, status: TaskStatus });
export type ReportedSummary = z.infer<typeof ReportedSummary>;

export const exampleTask = {
  id: TASK,
  organizationId: '9919',
  repositoryId: '1296269',
  repositoryName: 'acme/web',
  repositoryAvailable: true,
  branch: 'greetings',
  branchGone: false,
  fork: false,
  virtual: true,
  status: 'virtual' as const,
  title: 'Greet people by name',
  titleSource: 'pull_request' as const,
  statusReason: null,
  archivedAt: null,
  archiveReason: null,
  owner: null,
  sessions: [],
  filesChanged: null,
  linesAdded: null,
  linesRemoved: null,
  unpushed: null,
  lastActivityAt: ISO,
  pullRequest: null,
  pullRequestCount: 1,
  createdAt: ISO,
  version: 1,
};

/** One row of the list of tasks. Nothing in it depends on who looks. */
export const TaskSummary = z
  .object({
    id: Uuid.meta({ description: 'Id of the task.' }),
    organizationId: Id64.meta({ description: 'GitHub id of the organization.' }),
    repositoryId,
    repositoryName,
    repositoryAvailable: z.boolean().meta({ description: 'False: Foundry has no access to the repository any more.' }),
    branch: z.string().meta({ description: 'Its branch; never another.' }),
    branchGone: z.boolean().meta({ description: 'The branch was deleted at GitHub.' }),
    fork: z.boolean().meta({ description: 'The branch is in a fork: read-only until a writer trusts it.' }),
    virtual: z.boolean().meta({ description: 'It shows a pull request and nobody used it yet.' }),
    status: ListedStatus.meta({ description: 'What it is doing.' }),
    ...ofTask,
    pullRequest: TaskPullRequest.nullable().meta({ description: 'The pull request to show; null: none.' }),
    pullRequestCount: z.int().min(0).meta({ description: 'How many pull requests its branch had.' }),
    createdAt: Timestamp.meta({ description: 'When it appeared here.' }),
    version: z.int().meta({ description: 'Rises with each change.' }),
  })
  .meta({
    id: 'TaskSummary',
    description: 'One row of the list of tasks.',
    examples: [exampleTask],
  });
export type TaskSummary = z.infer<typeof TaskSummary>;

/** How many tasks a repository has; archived ones do not count. */
export const RepositoryTaskCounts = z
  .object({
    repositoryId,
    repositoryName,
    active: z.int().min(0).meta({ description: 'All that are not archived.' }),
    virtual: z.int().min(0).meta({ description: 'Those that nobody used yet.' }),
    running: z.int().min(0).meta({ description: 'Those whose agent works.' }),
    needsInput: z.int().min(0).meta({ description: 'Those that wait for a person.' }),
    latestActivityAt: Timestamp.nullable().meta({ description: 'When something last happened; null: none is active.' }),
  })
  .meta({
    id: 'RepositoryTaskCounts',
    description: 'How many tasks a repository has.',
    examples: [
      {
        repositoryId: '1296269',
        repositoryName: 'acme/web',
        active: 12,
        virtual: 9,
        running: 1,
        needsInput: 0,
        latestActivityAt: ISO,
      },
    ],
  });
export type RepositoryTaskCounts = z.infer<typeof RepositoryTaskCounts>;
