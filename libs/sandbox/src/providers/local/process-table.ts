import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { systemCode } from '../../machine/system-code.js';

/** A process of this host. `startedAt` tells it from a later one with the same number. */
export interface HostProcess {
  pid: number;
  parent: number;
  startedAt: string;
  stopped: boolean;
}

const isGone = (error: unknown): boolean => ['ENOENT', 'ESRCH'].includes(systemCode(error) ?? '');

/** Every process of this host: from `/proc` where there is one, else from `ps`. */
export async function hostProcesses(): Promise<HostProcess[]> {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

async function fromProc(): Promise<HostProcess[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = await Promise.all(names.map((name) => procProcess(Number(name))));
  return read.filter((found) => found !== null);
}

/** Null: it has ended, or is waiting only for its parent to notice. */
async function procProcess(pid: number): Promise<HostProcess | null> {
  try {
    const text = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
    // The name stands in parentheses and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state = '', parent = '0'] = fields;
    if (state === 'Z' || state === 'X') return null;
    return { pid, parent: Number(parent), startedAt: fields[19] ?? '', stopped: state === 'T' };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

async function fromPs(): Promise<HostProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,stat=,lstart='], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state, startedAt] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(line) ?? [];
    if (pid === undefined || parent === undefined || startedAt === undefined) return [];
    if (state?.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), startedAt, stopped: state?.startsWith('T') ?? false }];
  });
}

/** The process and everything below it, parents first. */
export function treeOf(all: readonly HostProcess[], pid: number): HostProcess[] {
  const root = all.find((process) => process.pid === pid);
  if (!root) return [];
  const tree = [root];
  for (const parent of tree) tree.push(...all.filter((process) => process.parent === parent.pid));
  return tree;
}

/**
 * Processes whose environment carries the mark: those that left the tree because their parent ended. Only `/proc`
 * shows environments, so elsewhere there are none.
 */
export async function marked(all: readonly HostProcess[], mark: string): Promise<HostProcess[]> {
  if (process.platform !== 'linux') return [];
  const carries = await Promise.all(all.map(({ pid }) => carriesMark(pid, mark)));
  return all.filter((_, index) => carries[index]);
}

async function carriesMark(pid: number, mark: string): Promise<boolean> {
  try {
    const environment = await readFile(`/proc/${String(pid)}/environ`, 'utf8');
    return environment.split('\0').includes(mark);
  } catch (error) {
    // Another user's processes are none of ours.
    if (isGone(error) || systemCode(error) === 'EACCES') return false;
    throw error;
  }
}

/** Sends a signal; a process that has ended is done. */
export function signalHost(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}
