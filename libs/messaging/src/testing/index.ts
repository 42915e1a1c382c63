export * from './decision/index.js';
export { FakeSender, handledWith } from './sending/fake-sender.js';
