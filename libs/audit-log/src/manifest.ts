import type { ModuleManifest } from '@foundry/messaging';
import { CreateAuditLog1795219200000 } from '../migrations/create-audit-log.js';
import {
  AppendAuditEntry,
  RecordVerification,
  RecordVerificationFault,
  VerifyStream,
  VerifyStreams,
} from './contracts/index.js';
import { grants } from './grants.js';

const DAY_MS = 24 * 60 * 60 * 1000;

export const manifest: ModuleManifest = {
  name: 'audit-log',
  entities: [],
  migrations: [CreateAuditLog1795219200000],
  commands: [AppendAuditEntry, VerifyStreams, RecordVerification, RecordVerificationFault],
  events: [],
  effects: [VerifyStream],
  schedules: [
    { key: 'audit-log.verify-grown', everyMs: DAY_MS, command: () => new VerifyStreams({ complete: false }) },
    { key: 'audit-log.verify-all', everyMs: 7 * DAY_MS, command: () => new VerifyStreams({ complete: true }) },
  ],
  grants,
};
