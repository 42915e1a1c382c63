import { readFileSync } from 'node:fs';

const { $schema: _, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** What both kinds of test share. They run on sources: the "source" export of every workspace points there. */
export const onSources = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Its CommonJS form requires an ES module, which Jest cannot on Node 20.
    '^e2b$': '<rootDir>/node_modules/e2b/dist/index.mjs',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/tools/.*/fixtures/'],
};

/** `*.spec.ts`: decisions, with nothing running. */
export default {
  ...onSources,
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: [...onSources.testPathIgnorePatterns, '\\.(int|e2e)\\.spec\\.ts$'],
  testTimeout: 30_000,
};
