import { FramesOf, type ShowsFrames } from '@foundry/messaging';
import type { Frame } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import {
  entryOf,
  MemberChanged,
  MemberJoined,
  MemberRemoved,
  OrganizationChanged,
  OrganizationRegistered,
  type OrganizationView,
  SettingsChanged,
  TasksChanged,
  TasksRemoved,
} from '../contracts/index.js';

const onOrganization = (organizationId: string, type: string, data: unknown): Frame => ({
  topic: `organization:${organizationId}`,
  type,
  data,
});

/** The entry of one person's own list. */
const onApp = (organization: OrganizationView, member: { userId: string } & Parameters<typeof entryOf>[1]): Frame => ({
  topic: `app:${member.userId}`,
  type: 'organization',
  data: entryOf(organization, member),
});

@Injectable()
@FramesOf(OrganizationRegistered)
export class RegisteredFrames implements ShowsFrames<OrganizationRegistered> {
  frames({ payload: { organizationId, organization } }: OrganizationRegistered): Frame[] {
    return [onOrganization(organizationId, 'organization', organization)];
  }
}

@Injectable()
@FramesOf(OrganizationChanged)
export class ChangedFrames implements ShowsFrames<OrganizationChanged> {
  frames({ payload: { organizationId, organization, part, members } }: OrganizationChanged): Frame[] {
    const own = part === 0 ? [onOrganization(organizationId, 'organization', organization)] : [];
    return [...own, ...members.map((member) => onApp(organization, member))];
  }
}

@Injectable()
@FramesOf(SettingsChanged)
export class SettingsFrames implements ShowsFrames<SettingsChanged> {
  frames({ payload: { organizationId, version, settings } }: SettingsChanged): Frame[] {
    return [onOrganization(organizationId, 'settings', { organizationId, version, settings })];
  }
}

@Injectable()
@FramesOf(MemberJoined)
export class MemberJoinedFrames implements ShowsFrames<MemberJoined> {
  frames({ payload: { organizationId, member, organization } }: MemberJoined): Frame[] {
    return [onOrganization(organizationId, 'member', member), onApp(organization, member)];
  }
}

/** Of somebody who is no member there is nothing to show on their own list. */
@Injectable()
@FramesOf(MemberChanged)
export class MemberChangedFrames implements ShowsFrames<MemberChanged> {
  frames({ payload: { organizationId, member, organization } }: MemberChanged): Frame[] {
    if (member.state === 'removed') return [onOrganization(organizationId, 'memberRemoved', member)];
    return [onOrganization(organizationId, 'member', member), onApp(organization, member)];
  }
}

@Injectable()
@FramesOf(MemberRemoved)
export class MemberRemovedFrames implements ShowsFrames<MemberRemoved> {
  frames({ payload: { organizationId, member, organization } }: MemberRemoved): Frame[] {
    return [
      onOrganization(organizationId, 'memberRemoved', member),
      {
        topic: `app:${member.userId}`,
        type: 'organizationRemoved',
        data: { id: organizationId, version: organization.version + member.version },
      },
    ];
  }
}

@Injectable()
@FramesOf(TasksChanged)
export class TasksFrames implements ShowsFrames<TasksChanged> {
  frames({ payload: { organizationId, tasks } }: TasksChanged): Frame[] {
    return [onOrganization(organizationId, 'tasks', { tasks })];
  }
}

@Injectable()
@FramesOf(TasksRemoved)
export class TasksRemovedFrames implements ShowsFrames<TasksRemoved> {
  frames({ payload: { organizationId, tasks } }: TasksRemoved): Frame[] {
    const removed = tasks.map(({ id, repositoryId, version }) => ({ id, repositoryId, version }));
    return [onOrganization(organizationId, 'tasksRemoved', { tasks: removed })];
  }
}

export const FRAMES = [
  RegisteredFrames,
  ChangedFrames,
  SettingsFrames,
  MemberJoinedFrames,
  MemberChangedFrames,
  MemberRemovedFrames,
  TasksFrames,
  TasksRemovedFrames,
];
