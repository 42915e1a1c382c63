import { onSources } from './jest.config.mjs';

/** `*.int.spec.ts`: SQL, delivery and guarantees on a real Postgres and a real RabbitMQ. */
export default {
  ...onSources,
  testMatch: ['**/*.int.spec.ts'],
  globalSetup: './tools/jest/build-once.mjs',
  maxWorkers: 2,
  testTimeout: 120_000,
};
