import { fileURLToPath } from 'node:url';
import { measureBundles, readBundles } from '../../../tools/web-bundles.mjs';

const DIST = fileURLToPath(new URL('../../../apps/web/dist/', import.meta.url));

const say = (line = ''): void => void process.stdout.write(`${line}\n`);

say('What people fetch of the web app, in kB as gzip sends it');
for (const { name, kilobytes, limit } of measureBundles(readBundles(DIST))) {
  say(`  ${name.padEnd(22)}${kilobytes.toFixed(1).padStart(8)}  ≤ ${String(limit)}`);
}
