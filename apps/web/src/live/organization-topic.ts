import { GithubStatusView } from '@foundry/github-data/contracts';
import type { TopicChange } from '@foundry/messaging/contracts';
import {
  MemberRole,
  MemberView,
  OrganizationView,
  RepositoryTaskCounts,
  SettingsView,
  TaskSummary,
} from '@foundry/organization/contracts';
import { z } from 'zod';
import type { TopicShape } from './live-topic.js';
import { newer, withRows } from './versioned.js';

/** What the members of an organization see. `github` is null until the socket or REST said it. */
export interface OrganizationState {
  readonly organization: OrganizationView | null;
  readonly settings: SettingsView | null;
  readonly role: MemberRole | null;
  readonly members: ReadonlyMap<string, MemberView>;
  readonly tasks: ReadonlyMap<string, TaskSummary>;
  readonly github: GithubStatusView | null;
  /** Rises with each snapshot: what no snapshot has is to be read again. */
  readonly epoch: number;
  /** What is longer than a snapshot can be; the rest is over REST. */
  readonly truncated: readonly string[];
}

const Snapshot = z.object({
  organization: OrganizationView.nullable(),
  settings: SettingsView.nullable(),
  role: MemberRole.nullable(),
  members: z.array(MemberView),
  tasks: z.array(TaskSummary),
  counts: z.array(RepositoryTaskCounts),
  truncated: z.array(z.string()),
});
const Tasks = z.object({ tasks: z.array(TaskSummary) });
const TasksRemoved = z.object({ tasks: z.array(z.object({ id: z.string() })) });

export const withTasks = (state: OrganizationState, tasks: readonly TaskSummary[]): OrganizationState => ({
  ...state,
  tasks: withRows(state.tasks, tasks, ({ id }) => id),
});

export const withGithub = (state: OrganizationState, github: GithubStatusView): OrganizationState => ({
  ...state,
  github: newer(state.github, github),
});

function withoutTasks(state: OrganizationState, removed: readonly { id: string }[]): OrganizationState {
  const tasks = new Map(state.tasks);
  for (const { id } of removed) tasks.delete(id);
  return { ...state, tasks };
}

function withMember(state: OrganizationState, member: MemberView, ownId: string): OrganizationState {
  const members = withRows(state.members, [member], ({ userId }) => userId);
  return { ...state, members, role: members.get(ownId)?.role ?? state.role };
}

function withoutMember(state: OrganizationState, { userId }: MemberView): OrganizationState {
  const members = new Map(state.members);
  members.delete(userId);
  return { ...state, members };
}

/** `userId`: whose socket it is; what changes about them changes what they may do here. */
export const organizationShape = (userId: string): TopicShape<OrganizationState> => ({
  read(data, held) {
    const { organization, settings, role, members, tasks, truncated } = Snapshot.parse(data);
    return {
      organization,
      settings,
      role,
      members: new Map(members.map((member) => [member.userId, member])),
      tasks: new Map(tasks.map((task) => [task.id, task])),
      github: held?.github ?? null,
      epoch: (held?.epoch ?? 0) + 1,
      truncated,
    };
  },
  apply(state, { type, data }: TopicChange) {
    switch (type) {
      case 'tasks':
        return withTasks(state, Tasks.parse(data).tasks);
      case 'tasksRemoved':
        return withoutTasks(state, TasksRemoved.parse(data).tasks);
      case 'github':
        return withGithub(state, GithubStatusView.parse(data));
      case 'organization': {
        const next = OrganizationView.parse(data);
        return { ...state, organization: state.organization ? newer(state.organization, next) : next };
      }
      case 'settings':
        return { ...state, settings: newer(state.settings, SettingsView.parse(data)) };
      case 'member':
        return withMember(state, MemberView.parse(data), userId);
      case 'memberRemoved':
        return withoutMember(state, MemberView.parse(data));
      default:
        return state;
    }
  },
});
