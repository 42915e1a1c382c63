export { UserApiModule } from './user-api.module.js';
export { UserCredentialsModule } from './user-credentials.module.js';
export { UserQueriesModule } from './user-queries.module.js';
export { UserWorkerModule } from './user-worker.module.js';
