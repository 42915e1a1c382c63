export { TaskApiModule } from './task-api.module.js';
export { TaskWorkerModule } from './task-worker.module.js';
