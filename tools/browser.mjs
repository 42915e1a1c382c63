/**
 * Finds the Chromium of the browser tests: the one that CHROMIUM_PATH names, else the system's; else installs Debian's
 * package when this is root, else says what to do.
 */
import { existsSync } from 'node:fs';
import { run, say } from './command.mjs';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const advice = [
  'Browser tests need Chromium; none was found.',
  'On Debian or Ubuntu: sudo apt-get install chromium',
  'Elsewhere: install Chromium or Chrome and name its program in CHROMIUM_PATH.',
].join('\n');

/** @param {string} path */
const isProgram = (path) => existsSync(path);

async function installWithDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  say('Installing Chromium with apt-get');
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-qq'], quietly)) !== 0) return;
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quietly);
}

/**
 * Returns `{ env }` with CHROMIUM_PATH, or `{ advice }`. A path given by the environment is the only one looked at: a
 * wrong one is a mistake to show, not to work around.
 */
export async function findBrowser(
  environment = process.env,
  { places = SYSTEM, isThere = isProgram, install = installWithDebian } = {},
) {
  const given = environment.CHROMIUM_PATH;
  if (given) {
    if (isThere(given)) return { env: { CHROMIUM_PATH: given } };
    return { advice: `CHROMIUM_PATH is set, but there is no program at ${given}.` };
  }
  if (!places.some(isThere)) await install();
  const found = places.find(isThere);
  return found ? { env: { CHROMIUM_PATH: found } } : { advice };
}
