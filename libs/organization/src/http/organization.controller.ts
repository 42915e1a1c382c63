import { Allow, Answer, As, Asked, ask, BodyOf, Commands, IfMatch, NotFound, PathOf, Route } from '@foundry/messaging';
import { text } from '@foundry/messaging/contracts';
import { Controller, Get, Patch } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  MembershipOf,
  OrganizationDetail,
  OrganizationView,
  SettingsPatch,
  SettingsView,
  UpdateProfile,
  UpdateSettings,
} from '../contracts/index.js';
import { settingsLocalNeedsOwner, settingsProviderUnknown } from '../domain/rejections.js';
import { OrganizationQuery } from '../queries/organization.query.js';
import { OrganizationPath } from './paths.js';

const ProfileBody = z
  .strictObject({
    displayName: text(80)
      .min(1)
      .nullable()
      .meta({ description: 'The name to show here; null returns to that of GitHub.' }),
  })
  .meta({ id: 'ProfileBody', description: 'What to change of a profile.', examples: [{ displayName: 'Acme' }] });
type ProfileBody = z.infer<typeof ProfileBody>;

/** The profile and settings of one organization. */
@Controller('v1/organizations/:organizationId')
export class OrganizationController {
  constructor(
    private readonly commands: Commands,
    private readonly organizations: OrganizationQuery,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'getOrganization',
    tag: 'organization',
    summary: 'Read an organization',
    description: 'The profile, the settings and the own role. The ETag is what changes of profile and settings name.',
    answers: { 200: OrganizationDetail },
    versioned: true,
  })
  async get(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @As() asked: Asked,
  ): Promise<OrganizationDetail> {
    const membership = await ask(this.queries, new MembershipOf(asked.caller.actor.userId, organizationId));
    const found = await this.organizations.find(organizationId);
    if (!membership || !found) throw new NotFound('This organization');
    return { ...found, role: membership.role, version: found.organization.version };
  }

  @Patch()
  @Allow({ role: 'admin', scope: 'organization:write' })
  @Route({
    operationId: 'updateOrganization',
    tag: 'organization',
    summary: 'Rename an organization',
    description: 'Sets the name that is shown here, or returns to that of GitHub. Every member sees it at once.',
    answers: { 200: OrganizationView },
    command: UpdateProfile,
    versioned: true,
    ifMatch: 'required',
  })
  updateProfile(
    @PathOf(OrganizationPath) path: OrganizationPath,
    @BodyOf(ProfileBody) body: ProfileBody,
    @IfMatch() version: number | null,
    @As() asked: Asked,
  ): Promise<Answer> {
    const expected = version === null ? {} : { expectedVersion: version };
    return this.commands.execute(asked, UpdateProfile, { ...path, ...body, ...expected });
  }

  @Patch('settings')
  @Allow({ role: 'admin', scope: 'organization:write', auditRefusal: true })
  @Route({
    operationId: 'updateSettings',
    tag: 'organization',
    summary: 'Change settings of an organization',
    description:
      'Merges the given keys into the settings and validates the whole. A local sandbox provider can be added by an owner only.',
    answers: { 200: SettingsView },
    problems: [settingsProviderUnknown, settingsLocalNeedsOwner],
    command: UpdateSettings,
    versioned: true,
    ifMatch: 'required',
  })
  updateSettings(
    @PathOf(OrganizationPath) path: OrganizationPath,
    @BodyOf(SettingsPatch) patch: SettingsPatch,
    @IfMatch() version: number | null,
    @As() asked: Asked,
  ): Promise<Answer> {
    // The route requires If-Match, so there is a version; 0 never is one, and would be refused.
    return this.commands.execute(asked, UpdateSettings, { ...path, patch, expectedVersion: version ?? 0 });
  }
}
