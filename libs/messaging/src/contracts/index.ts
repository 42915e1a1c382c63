export * from './actor.js';
export * from './audit.js';
export * from './envelope.js';
export * from './frame.js';
export * from './ids.js';
export * from './message.js';
export * from './realtime.js';
export * from './query.js';
