import { onSources } from './jest.config.mjs';

/** `*.e2e.spec.ts`: the built product in a real browser. `CHROMIUM_PATH` says which. */
export default {
  ...onSources,
  testMatch: ['**/*.e2e.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  globalSetup: './tools/jest/build-once.mjs',
  maxWorkers: 1,
  testTimeout: 60_000,
};
