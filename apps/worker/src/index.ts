export { examine } from './doctor/doctor.js';
export { createWorker } from './create-worker.js';
export { MANIFESTS } from './modules.js';
