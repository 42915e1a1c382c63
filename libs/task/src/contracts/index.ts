export * from './commands.js';
export * from './events.js';
export * from './first-message.js';
export * from './task-seed.js';
export * from './task-status.js';
