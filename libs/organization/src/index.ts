export { OrganizationApiModule } from './organization-api.module.js';
export { OrganizationWorkerModule } from './organization-worker.module.js';
