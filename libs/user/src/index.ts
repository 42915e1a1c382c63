export { UserApiModule } from './user-api.module.js';
export { UserTokensModule } from './user-tokens.module.js';
export { UserWorkerModule } from './user-worker.module.js';
