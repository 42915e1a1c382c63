import { readConfig } from '@foundry/messaging';
import { Module } from '@nestjs/common';
import { AuditReaderConfig } from './config.js';
import { publicKeysOf } from './domain/reading-keys.js';
import { PublicKeys } from './domain/signing-keys.js';
import { AuditExportsController } from './http/audit-exports.controller.js';
import { AuditKeysController } from './http/audit-keys.controller.js';
import { InstanceAuditController } from './http/instance-audit.controller.js';
import { OrganizationAuditController } from './http/organization-audit.controller.js';
import { OwnAuditController } from './http/own-audit.controller.js';
import { manifest } from './manifest.js';
import { ActivityQuery } from './queries/activity.query.js';
import { AuditChain } from './queries/audit-chain.js';
import { AuditExport } from './queries/audit-export.js';
import { AuditList } from './queries/audit-list.js';
import { AuditCheck } from './queries/audit.check.js';

/** Shows, proves and exports chains. Reads public keys from AUDIT_PUBLIC_KEYS, AUDIT_SIGNING_KEY or both. */
@Module({
  controllers: [
    // Before the organization's: `exports`, `head` and `verify` are no numbers.
    AuditExportsController,
    OrganizationAuditController,
    OwnAuditController,
    InstanceAuditController,
    AuditKeysController,
  ],
  providers: [
    {
      provide: PublicKeys,
      useFactory: () => {
        const config = readConfig(AuditReaderConfig, process.env);
        return publicKeysOf(config.AUDIT_SIGNING_KEY, config.AUDIT_PUBLIC_KEYS);
      },
    },
    AuditList,
    ActivityQuery,
    AuditChain,
    AuditExport,
    AuditCheck,
  ],
})
export class AuditLogApiModule {
  static readonly manifest = manifest;
}
