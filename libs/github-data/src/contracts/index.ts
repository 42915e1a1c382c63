export * from './commands.js';
export * from './effects.js';
export * from './events.js';
export * from './names.js';
export * from './queries.js';
export * from './user-tokens.js';
export * from './views.js';
