import { onSources } from './jest.config.mjs';

/** `*.agent.ts`: the product with a real agent. Only `npm run e2e:agent` runs them: they need what it fetches. */
export default {
  ...onSources,
  testMatch: ['**/*.agent.ts'],
  globalSetup: './tools/jest/build-once.mjs',
  maxWorkers: 1,
  testTimeout: 180_000,
  verbose: true,
};
