import { fileURLToPath } from 'node:url';
import { measureBundles, readBundles } from '../../../tools/web-bundles.mjs';
import { figure, say } from './report.js';

const DIST = fileURLToPath(new URL('../../../apps/web/dist/', import.meta.url));

/** What people fetch, as gzip sends it. */
export function bundles(): void {
  say('What people fetch of the web app');
  for (const { name, kilobytes, limit } of measureBundles(readBundles(DIST))) figure(name, kilobytes, limit, 'kB');
}
