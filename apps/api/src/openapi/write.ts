import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRelease } from '../health/release.js';
import { releaseFiles } from '../releases/release-files.js';
import { publishedFiles } from './published.js';
import { allRoutes } from './routes.js';
import { faultsOf } from './rules/index.js';

/**
 * Writes `docs/openapi.json` and the list of codes, or says what is wrong with the routes and ends with 1. With
 * `--release` it writes `docs/release` too: what the next release is held against.
 */
const docs = new URL('../../../../docs/', import.meta.url);
const routes = allRoutes();
const faults = faultsOf(routes);
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
} else {
  const { version } = readRelease(process.env);
  const released = process.argv.includes('--release') ? releaseFiles(routes, version) : {};
  for (const [path, text] of Object.entries({ ...publishedFiles(routes, version), ...released })) {
    const file = fileURLToPath(new URL(path, docs));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
