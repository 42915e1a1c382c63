import { AuditPort } from '../../auditing/audit-records.js';

/** For modules whose commands make no audit entry; one that does fails as a bug, so that nobody misses it. */
export class NoAudit extends AuditPort {
  append(): never {
    throw new Error('A command made an audit entry, and this test has no audit log: hand in an AuditPort.');
  }
}
