export * from './decision/index.js';
export { FakeSender, handledWith } from './sending/fake-sender.js';
export { ScratchDatabase, type Statement } from './rows/scratch-database.js';
