import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { OrganizationView, Settings } from '../contracts/index.js';
import { storedSettings } from '../domain/settings.js';

const time = z.date().transform((at) => at.toISOString());
const OrganizationRow = z.object({
  ...OrganizationView.shape,
  claimedAt: time.nullable(),
  createdAt: time,
  updatedAt: time,
  settings: z.record(z.string(), z.unknown()),
});

/** One organization with its settings. */
@Injectable()
export class OrganizationQuery {
  constructor(private readonly database: Database) {}

  /** Null when nobody registered it. */
  async find(organizationId: string): Promise<{ organization: OrganizationView; settings: Settings } | null> {
    const rows = await this.database.sql`
      select organization_id as id, kind, login, coalesce(display_name, github_name, login) as "displayName",
        display_name as "customName", github_name as "githubName", avatar_url as "avatarUrl", state,
        claimed_at as "claimedAt", created_at as "createdAt", updated_at as "updatedAt", settings, version
      from organization.organizations where organization_id = ${organizationId}`;
    const [found] = OrganizationRow.array().parse(rows);
    if (!found) return null;
    const { settings, ...organization } = found;
    return { organization: OrganizationView.parse(organization), settings: storedSettings(settings) };
  }
}
