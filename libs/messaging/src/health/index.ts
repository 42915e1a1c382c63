export { type Finding, HealthCheck } from './health-check.js';
export { type CheckReport, HealthChecks, type HealthReport } from './health-checks.js';
export { HealthModule } from './health.module.js';
export { PostgresCheck } from './postgres.check.js';
