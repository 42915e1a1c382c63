export { SandboxApiModule } from './sandbox-api.module.js';
export { SandboxWorkerModule } from './sandbox-worker.module.js';
