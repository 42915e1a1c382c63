import { readFile } from 'node:fs/promises';
import type pg from 'pg';

/** Milliseconds of processor time so far: of this process, of the worker, and of each session of the database. */
export interface CpuTimes {
  api: number;
  worker: number;
  sessions: ReadonlyMap<number, number>;
}

/** Linux counts in hundredths of a second, whatever the machine's clock does. */
const TICK_MS = 10;

/**
 * What the path has used so far. On a busy machine the time that a command takes says little, and the processor time that
 * it costs says nearly the same as on a quiet one. Null where there is no `/proc`, or the database runs elsewhere.
 */
export async function cpuTimes(admin: pg.Client, database: string, worker: number): Promise<CpuTimes | null> {
  const { rows } = await admin.query<{ pid: number }>('select pid from pg_stat_activity where datname = $1', [
    database,
  ]);
  const sessions = new Map<number, number>();
  for (const { pid } of rows) {
    const used = await cpuOf(pid);
    if (used !== null) sessions.set(pid, used);
  }
  const [own, workers] = [await cpuOf(process.pid), await cpuOf(worker)];
  return own === null || workers === null || sessions.size === 0 ? null : { api: own, worker: workers, sessions };
}

async function cpuOf(pid: number): Promise<number | null> {
  try {
    const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
    // The name may hold spaces; the fields are counted from the bracket behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch (error) {
    // Gone meanwhile, another machine's process, or no such file system: nothing to tell of it.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** One line: milliseconds of processor time per command, between two readings. A session that ended meanwhile is not told. */
export function cpuPerCommand(before: CpuTimes, after: CpuTimes, commands: number): string {
  const each = (ms: number) => (ms / commands).toFixed(3);
  const sessions = [...after.sessions].map(([pid, used]) => used - (before.sessions.get(pid) ?? 0));
  const postgres = sessions.reduce((sum, used) => sum + used, 0);
  const [api, worker] = [after.api - before.api, after.worker - before.worker];
  return `cpu ms/command: api ${each(api)}  worker ${each(worker)}  postgres ${each(postgres)}`;
}
