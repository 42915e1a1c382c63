import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { systemCode } from './unavailable.js';

export interface Postmaster {
  readonly pid: number;
  /** Null until the server has opened its port. */
  readonly port: number | null;
}

/** Reads Postgres' own lock file: line 1 is the process, line 4 the port. */
export function parsePostmaster(text: string): Postmaster | null {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number.isInteger(port) && port > 0 ? port : null };
}

/**
 * Returns the live server of a cluster, or null. After a crash the number in the lock file may belong to any
 * other program, and Postgres would refuse to start because of it; such a file is removed.
 */
export async function livePostmaster(folder: string): Promise<Postmaster | null> {
  const path = join(folder, 'postmaster.pid');
  const postmaster = parsePostmaster(await readOrEmpty(path));
  if (postmaster === null || !isAlive(postmaster.pid)) return null;
  const command = await commandOf(postmaster.pid);
  if (command.includes('postgres')) return postmaster;
  await rm(path, { force: true });
  return null;
}

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) === 'EPERM') return true;
    if (systemCode(error) === 'ESRCH') return false;
    throw error;
  }
}

/** The command line of a process; empty when it has ended in between. */
async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readOrEmpty(`/proc/${String(pid)}/cmdline`);
  if (process.platform === 'win32') return 'postgres';
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]);
  return stdout;
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ESRCH') return '';
    throw error;
  }
}
