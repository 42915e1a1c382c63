import { lintConfig } from './tools/lint/rules.mjs';

export default [
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      'coverage/',
      '.foundry/',
      'tools/*/fixtures/',
      'apps/web/src/api/schema.ts',
    ],
  },
  ...lintConfig(import.meta.dirname),
];
