import { event, Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Settings } from './settings.js';
import { MemberRole, MemberView, OrganizationView } from './views.js';

const version = z.number().int();
const keyed = { entity: 'organizationId', organization: 'organizationId' } as const;

/** An account became known. Nobody is a member yet. `version` is the organization's. */
export class OrganizationRegistered extends event({
  name: 'organization.registered',
  ...keyed,
  payload: z.object({ organizationId: Id64, version, organization: OrganizationView }),
}) {}

/**
 * The profile changed. `members` says whose lists of organizations show it, at most 100 in one event: a larger
 * organization tells it in several parts, and only part 0 is shown on the organization's own topic.
 */
export class OrganizationChanged extends event({
  name: 'organization.changed',
  ...keyed,
  payload: z.object({
    organizationId: Id64,
    version,
    organization: OrganizationView,
    part: z.number().int().min(0),
    members: z.array(z.object({ userId: Id64, role: MemberRole, version })).max(100),
  }),
}) {}

/** Settings changed; `version` is the organization's. `previous`: as they were; null when the sender did not say. */
export class SettingsChanged extends event({
  name: 'organization.settingsChanged',
  ...keyed,
  payload: z.object({ organizationId: Id64, version, settings: Settings, previous: Settings.nullable().default(null) }),
}) {}

const member = { organizationId: Id64, version, member: MemberView, organization: OrganizationView };

/** A person became a member, for the first time or again. `version` is the member's. */
export class MemberJoined extends event({
  name: 'organization.memberJoined',
  ...keyed,
  payload: z.object(member),
}) {}

/** Role, login, name or picture of a member changed. */
export class MemberChanged extends event({
  name: 'organization.memberChanged',
  ...keyed,
  payload: z.object({ ...member, previousRole: MemberRole }),
}) {}

/** A person is no member any more: removed at GitHub, blocked here, or deleted. */
export class MemberRemoved extends event({
  name: 'organization.memberRemoved',
  ...keyed,
  payload: z.object({ ...member, reason: z.string() }),
}) {}
