import { AuditLogApiModule } from '@foundry/audit-log';
import { GithubDataApiModule } from '@foundry/github-data';
import type { ManifestModule } from '@foundry/messaging';
import { OrganizationApiModule } from '@foundry/organization';
import { SandboxApiModule } from '@foundry/sandbox';
import { TaskApiModule } from '@foundry/task';
import { UserApiModule } from '@foundry/user';

/** The modules whose routes, topics and queries the API has. */
export const API_MODULES: readonly ManifestModule[] = [
  OrganizationApiModule,
  UserApiModule,
  GithubDataApiModule,
  TaskApiModule,
  SandboxApiModule,
  AuditLogApiModule,
];
