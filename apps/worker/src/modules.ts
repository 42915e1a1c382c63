import { AuditLogWorkerModule } from '@foundry/audit-log';
import { GithubDataWorkerModule } from '@foundry/github-data';
import type { ManifestModule } from '@foundry/messaging';
import { OrganizationWorkerModule } from '@foundry/organization';
import { SandboxWorkerModule } from '@foundry/sandbox';
import { TaskWorkerModule } from '@foundry/task';
import { UserWorkerModule } from '@foundry/user';

/** The modules whose commands and effects the worker handles. */
export const WORKER_MODULES: readonly ManifestModule[] = [
  OrganizationWorkerModule,
  UserWorkerModule,
  GithubDataWorkerModule,
  TaskWorkerModule,
  SandboxWorkerModule,
  AuditLogWorkerModule,
];

/** What they declare; the kernel of every process is opened with these. */
export const MANIFESTS = WORKER_MODULES.map(({ manifest }) => manifest);
