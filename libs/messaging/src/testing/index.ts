export * from './decision/index.js';
export { ADA, startKernel, TestKernel, type TestKernelOptions } from './kernel/start-kernel.js';
export { NoAudit } from './kernel/no-audit.js';
export { startWorker } from './kernel/start-worker.js';
export { FakeSender, handledWith } from './sending/fake-sender.js';
export { OwnDatabase } from './rows/own-database.js';
export { ScratchDatabase, type Statement } from './rows/scratch-database.js';
export { NotesModule, RecordedAudit } from './kernel/recorded-audit.js';
