export * from './commands.js';
export * from './events.js';
export * from './people.js';
export * from './queries.js';
export * from './token-secrets.js';
export * from './user-deleted.js';
export * from './views.js';
