export { AuditLogApiModule } from './audit-log-api.module.js';
export { AuditLogWorkerModule } from './audit-log-worker.module.js';
