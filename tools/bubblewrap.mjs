/**
 * Fetches Debian's bubblewrap for the test of isolated machines, beside the system: nothing is installed, so every other test
 * runs as it would have. Where it cannot be had, or the kernel does not let it work, that test is skipped.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { capture, rootPath, say } from './command.mjs';

const FOLDER = join(rootPath, 'node_modules', '.cache', 'foundry', 'bubblewrap');
/** Limited, because a host without a network waits long for it. */
const UNPACK = 'cd "$1" && timeout 60 apt-get download -qq bubblewrap && dpkg-deb -x bubblewrap_*.deb .';

/** @param {string} path */
const isProgram = (path) => existsSync(path);

/** @param {string} folder */
async function unpackDebian(folder) {
  mkdirSync(folder, { recursive: true });
  const unpack = () => capture('sh', ['-c', UNPACK, 'sh', folder]);
  if ((await unpack()).code === 0 || process.getuid?.() !== 0) return;
  if ((await capture('timeout', ['120', 'apt-get', 'update', '-qq'])).code === 0) await unpack();
}

/** The environment that tells the test where bubblewrap is; empty where there is none. */
export async function fetchBubblewrap({
  folder = FOLDER,
  isThere = isProgram,
  isDebian = existsSync('/etc/debian_version'),
  unpack = unpackDebian,
} = {}) {
  const bin = join(folder, 'usr', 'bin');
  const program = join(bin, 'bwrap');
  if (!isThere(program) && isDebian) await unpack(folder);
  if (isThere(program)) return { BUBBLEWRAP_DIR: bin };
  say('No bubblewrap could be fetched; the test of isolated machines is skipped unless this host has it.');
  return {};
}
