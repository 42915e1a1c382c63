export { UserApiModule } from './user-api.module.js';
export { UserCredentialsModule } from './user-credentials.module.js';
export { UserWorkerModule } from './user-worker.module.js';
