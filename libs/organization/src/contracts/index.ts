export * from './commands.js';
export * from './events.js';
export * from './queries.js';
export * from './ref-name.js';
export * from './settings.js';
export * from './views.js';
