import { Module } from '@nestjs/common';
import { readConfig } from '@foundry/messaging';
import { AppendAuditEntryHandler } from './commands/append-audit-entry.handler.js';
import { RecordVerificationFaultHandler } from './commands/record-verification-fault.handler.js';
import { RecordVerificationHandler } from './commands/record-verification.handler.js';
import { VerifyStreamsHandler } from './commands/verify-streams.handler.js';
import { AuditWorkerConfig } from './config.js';
import { ChainedLines } from './domain/chained-lines.js';
import { publicKeysOf } from './domain/reading-keys.js';
import { PublicKeys, SigningKey } from './domain/signing-keys.js';
import { AuditLines } from './effects/audit-lines.js';
import { VerificationMetrics } from './effects/verification-metrics.js';
import { VerifyStreamEffect } from './effects/verify-stream.effect.js';
import { manifest } from './manifest.js';
import { AuditChain } from './queries/audit-chain.js';
import { AuditCheck } from './queries/audit.check.js';
import { ensureSigningKey } from './signing-key-file.js';

const CONFIG = Symbol('configuration of the audit log');

/** Chains entries and verifies chains. Reads AUDIT_SIGNING_KEY, AUDIT_PUBLIC_KEYS and AUDIT_STDOUT. */
@Module({
  providers: [
    { provide: CONFIG, useFactory: () => readConfig(AuditWorkerConfig, process.env) },
    {
      provide: SigningKey,
      inject: [CONFIG],
      useFactory: (config: AuditWorkerConfig) => new SigningKey(config.AUDIT_SIGNING_KEY),
    },
    {
      provide: PublicKeys,
      inject: [CONFIG],
      useFactory: (config: AuditWorkerConfig) => publicKeysOf(config.AUDIT_SIGNING_KEY, config.AUDIT_PUBLIC_KEYS),
    },
    {
      provide: ChainedLines,
      inject: [CONFIG],
      useFactory: (config: AuditWorkerConfig) => new ChainedLines(config.AUDIT_STDOUT === '1'),
    },
    AppendAuditEntryHandler,
    VerifyStreamsHandler,
    RecordVerificationHandler,
    RecordVerificationFaultHandler,
    VerifyStreamEffect,
    VerificationMetrics,
    AuditLines,
    AuditChain,
    AuditCheck,
  ],
})
export class AuditLogWorkerModule {
  static readonly manifest = manifest;
  /** For the embedded run: the PEM of the signing key in a file of mode 0600, made when it is missing. */
  static readonly ensureSigningKey = ensureSigningKey;
}
