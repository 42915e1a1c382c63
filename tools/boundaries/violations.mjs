import { resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { rules } from './rules.mjs';

const options = {
  ruleSet: { forbidden: rules, options: {} },
  validate: true,
  tsPreCompilationDeps: true,
  combinedDependencies: true,
  moduleSystems: ['es6', 'cjs'],
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(^|/)dist/' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['source', 'types', 'import', 'node', 'default'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
  },
};

/**
 * Reads the imports of the given folders and returns what breaks a rule, as `{ rule, from, to }` with
 * paths relative to `base`.
 */
export async function violationsOf(base, folders) {
  const { output } = await cruise(folders, { ...options, baseDir: resolve(base) });
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
