export { ApiConfig, publicUrlOf } from './api-config.js';
export type { ApiOptions } from './api.module.js';
export { Authenticates, type Verdict } from './auth/authenticates.js';
export { Memberships } from './auth/memberships.js';
export { createApi } from './create-api.js';
export { readRelease } from './health/release.js';
export { jsonLog } from './log/json-log.js';
export { startApi } from './start-api.js';
export { WEB_ROOT } from './web/files.js';
