export { SandboxWorkerModule } from './sandbox-worker.module.js';
