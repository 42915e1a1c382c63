export { UserApiModule } from './user-api.module.js';
export { UserWorkerModule } from './user-worker.module.js';
