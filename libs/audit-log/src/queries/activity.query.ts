import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ActivityOf, type AuditEntryView } from '../contracts/index.js';
import { AuditList } from './audit-list.js';

/** Where somebody was when they acted; only the audit log itself shows it. */
const NETWORK: readonly string[] = ['addressPrefix', 'userAgent'];

/** Everybody who may read a task sees this, so it has less than the audit log, which is for administrators. */
@QueryHandler(ActivityOf)
export class ActivityQuery implements IQueryHandler<ActivityOf, AuditEntryView[]> {
  constructor(private readonly list: AuditList) {}

  async execute({ organizationId, taskId, before, take }: ActivityOf): Promise<AuditEntryView[]> {
    return (await this.list.of(organizationId, { task: [taskId] }, before, take)).map(forEverybody);
  }
}

function forEverybody(entry: AuditEntryView): AuditEntryView {
  if (entry.kind.startsWith('credential.')) return { ...entry, details: {} };
  const { details } = entry;
  if (!details) return entry;
  return { ...entry, details: Object.fromEntries(Object.entries(details).filter(([name]) => !NETWORK.includes(name))) };
}
