import type { ModuleManifest } from '@foundry/messaging';
import { CreateOrganization1764000000100 } from '../migrations/create-organization.js';
import { CreateTaskList1764000000200 } from '../migrations/create-task-list.js';
import { KeepTaskCreations1764000000240 } from '../migrations/keep-task-creations.js';
import {
  AdmitMember,
  ApplyPullRequests,
  ApplyRepositories,
  CreateTask,
  GrantRole,
  MemberChanged,
  MemberJoined,
  MemberRemoved,
  NoteActivity,
  NoteBranch,
  OrganizationChanged,
  OrganizationRegistered,
  PruneVirtualTasks,
  RecordTaskSummary,
  RegisterOrganization,
  ReleaseTask,
  RemoveMember,
  ReviewMembers,
  SettingsChanged,
  SetVirtualTaskArchived,
  TaskActivity,
  TaskCreated,
  TasksChanged,
  TasksRemoved,
  UpdateProfile,
  UpdateSettings,
} from './contracts/index.js';
import { Member } from './domain/member.entity.js';
import { Organization } from './domain/organization.entity.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export const manifest: ModuleManifest = {
  name: 'organization',
  entities: [Organization, Member],
  migrations: [CreateOrganization1764000000100, CreateTaskList1764000000200, KeepTaskCreations1764000000240],
  commands: [
    RegisterOrganization,
    AdmitMember,
    ReviewMembers,
    RemoveMember,
    GrantRole,
    UpdateProfile,
    UpdateSettings,
    CreateTask,
    ApplyPullRequests,
    ApplyRepositories,
    RecordTaskSummary,
    SetVirtualTaskArchived,
    ReleaseTask,
    NoteActivity,
    NoteBranch,
    PruneVirtualTasks,
  ],
  events: [
    OrganizationRegistered,
    OrganizationChanged,
    SettingsChanged,
    MemberJoined,
    MemberChanged,
    MemberRemoved,
    TaskCreated,
    TasksChanged,
    TasksRemoved,
    TaskActivity,
  ],
  effects: [],
  schedules: [
    {
      key: 'organization.prune-virtual-tasks',
      everyMs: DAY_MS,
      command: () => new PruneVirtualTasks({ scope: 'all', organizationId: null }),
    },
  ],
};
