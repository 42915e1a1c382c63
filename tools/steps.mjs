import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { fetchBubblewrap } from './bubblewrap.mjs';
import { rootPath, run } from './command.mjs';
import { findServices } from './services.mjs';
import { totalsOf } from './totals.mjs';

const bin = (path) => join('node_modules', path);
const reports = join(rootPath, 'node_modules', '.cache', 'foundry');

/** The checks that read the sources only; each is one command that must end with code 0. */
export const staticChecks = {
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  lint: [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'],
  types: [bin('typescript/bin/tsc'), '--project', 'tsconfig.json'],
  'web-types': [bin('typescript/bin/tsc'), '--project', 'apps/web/src/tsconfig.json'],
  boundaries: ['tools/boundaries/check.mjs'],
};

async function servicesAndBubblewrap() {
  const found = await findServices();
  return found.env ? { env: { ...found.env, ...(await fetchBubblewrap()) } } : found;
}

/** The runs of jest, and what finds what each needs: `{ env }` for the run, or `{ advice }` for a person. */
export const suites = {
  unit: { config: 'jest.config.mjs', needs: () => Promise.resolve({ env: {} }) },
  integration: { config: 'jest.int.config.mjs', needs: servicesAndBubblewrap },
  browser: { config: 'jest.e2e.config.mjs', needs: findBrowser },
};

/** Runs one static check; a failing one counts as one failure. */
export async function runCheck(name) {
  const code = await run(process.execPath, staticChecks[name]);
  return { name, passed: 0, failed: code === 0 ? 0 : 1 };
}

/**
 * Runs one jest suite and counts from jest's own report. Arguments go to jest; with some, finding
 * no test is fine, because they may name a file of the other suite.
 */
export async function runSuite(name, args, env) {
  const report = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  const options = ['--config', suites[name].config, '--json', '--outputFile', report];
  if (args.length > 0) options.push('--passWithNoTests');
  const jest = ['--experimental-vm-modules', '--no-warnings', bin('jest/bin/jest.js'), ...options, ...args];
  const code = await run(process.execPath, jest, env);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  return { name, ...totalsOf(result, code) };
}
