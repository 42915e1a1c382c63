import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { environment } from './environment.js';
import { PostgresUnavailable, systemCode } from './unavailable.js';

export interface Cluster {
  readonly folder: string;
  /** Holds the password of the cluster's only role, mode 0600. */
  readonly passwordFile: string;
}

/** The cluster's only role, and the database of the product. */
export const role = 'foundry';

const settings = [
  '--encoding=UTF8',
  // Sorting and case do not depend on what the machine has installed.
  '--no-locale',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  `--username=${role}`,
];

/** Makes the cluster unless it is there. Returns its password. */
export async function prepareCluster(
  binaries: Binaries,
  cluster: Cluster,
  account: Account,
  log: (line: string) => void,
): Promise<string> {
  if (await hasCluster(cluster.folder)) return readPassword(cluster);
  log(`Making a database in ${cluster.folder}`);
  const password = randomBytes(24).toString('base64url');
  await writeFile(cluster.passwordFile, password, { mode: 0o600 });
  await makeCluster(binaries, cluster.folder, account, password);
  return password;
}

async function hasCluster(folder: string): Promise<boolean> {
  try {
    await access(join(folder, 'PG_VERSION'));
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function readPassword({ folder, passwordFile }: Cluster): Promise<string> {
  try {
    return await readFile(passwordFile, 'utf8');
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    throw new PostgresUnavailable(
      `${passwordFile} is missing, and without it nobody can log in to ${folder}. Put it back, or move ${folder} away to begin anew.`,
      { cause: error },
    );
  }
}

/** A cluster is made aside and moved into place whole, so a run that is killed half-way leaves none. */
async function makeCluster(binaries: Binaries, folder: string, account: Account, password: string): Promise<void> {
  const aside = `${folder}.new`;
  const pwfile = `${folder}.pwfile`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { mode: 0o700 });
  await writeFile(pwfile, password, { mode: 0o600 });
  if ('uid' in account) {
    await Promise.all([aside, pwfile].map((path) => chown(path, account.uid, account.gid)));
  }
  try {
    await promisify(execFile)(binaries.initdb, [...settings, `--pwfile=${pwfile}`, `--pgdata=${aside}`], {
      ...account,
      env: environment(),
      cwd: aside,
    });
  } finally {
    await rm(pwfile, { force: true });
  }
  await rename(aside, folder);
}
