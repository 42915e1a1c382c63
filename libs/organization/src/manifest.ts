import type { ModuleManifest } from '@foundry/messaging';
import { CreateOrganization1764000000100 } from '../migrations/create-organization.js';
import {
  AdmitMember,
  GrantRole,
  MemberChanged,
  MemberJoined,
  MemberRemoved,
  OrganizationChanged,
  OrganizationRegistered,
  RegisterOrganization,
  RemoveMember,
  ReviewMembers,
  SettingsChanged,
  UpdateProfile,
  UpdateSettings,
} from './contracts/index.js';
import { Member } from './domain/member.entity.js';
import { Organization } from './domain/organization.entity.js';

export const manifest: ModuleManifest = {
  name: 'organization',
  entities: [Organization, Member],
  migrations: [CreateOrganization1764000000100],
  commands: [RegisterOrganization, AdmitMember, ReviewMembers, RemoveMember, GrantRole, UpdateProfile, UpdateSettings],
  events: [OrganizationRegistered, OrganizationChanged, SettingsChanged, MemberJoined, MemberChanged, MemberRemoved],
  effects: [],
};
