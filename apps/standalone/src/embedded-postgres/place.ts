import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRoot } from './account.js';
import { binariesIn, type Binaries } from './binaries.js';
import { systemCode } from './unavailable.js';

export interface Place {
  /** The cluster's folder, which its account can reach. */
  readonly folder: string;
  readonly binaries: Binaries;
}

/** Where a system keeps the data of its services; every account may pass through it. */
const system = '/var/lib/foundry';
const othersMayPass = 0o001;

/**
 * Says where the cluster and its programs lie. That is below the data folder and in `node_modules`, unless
 * this is root in a folder that no other account may enter, as `/root` is: then Postgres, which does not run
 * as root, could not reach them, and both are kept in `/var/lib/foundry` with a link from the data folder.
 */
export async function placeFor(home: string, installed: Binaries, log: (line: string) => void): Promise<Place> {
  const folder = join(home, 'postgres');
  if (!isRoot()) return { folder, binaries: installed };
  return {
    folder: (await isReachable(home)) ? folder : await reachableFolder(home, folder, log),
    binaries: (await isReachable(installed.root)) ? installed : await reachableBinaries(installed, log),
  };
}

/** Whether every account may pass through a folder and all folders above it. */
export async function isReachable(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & othersMayPass) === 0) return false;
  const above = dirname(folder);
  return above === folder || isReachable(above);
}

async function reachableFolder(home: string, link: string, log: (line: string) => void): Promise<string> {
  const folder = join(system, createHash('sha256').update(home).digest('hex').slice(0, 16), 'postgres');
  await mkdir(dirname(folder), { recursive: true, mode: 0o711 });
  try {
    await symlink(folder, link);
    log(`Only root may enter ${home}, and Postgres does not run as root: its data is kept in ${folder}`);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
  return folder;
}

async function reachableBinaries(installed: Binaries, log: (line: string) => void): Promise<Binaries> {
  const { mtimeMs, size } = await stat(installed.postgres);
  const copy = join(system, `programs-${String(size)}-${String(Math.trunc(mtimeMs))}`);
  if (!(await exists(copy))) {
    log(`Only root may enter ${installed.root}, and Postgres does not run as root: its programs are copied to ${copy}`);
    const aside = `${copy}.${String(process.pid)}`;
    await cp(installed.root, aside, { recursive: true, verbatimSymlinks: true });
    await settle(aside, copy);
  }
  return binariesIn(copy);
}

/** Moves a finished copy into place; when another start was faster, its copy is as good. */
async function settle(aside: string, copy: string): Promise<void> {
  try {
    await rename(aside, copy);
  } catch (error) {
    if (systemCode(error) !== 'ENOTEMPTY') throw error;
    await rm(aside, { recursive: true });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
