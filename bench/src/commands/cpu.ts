import { readFile } from 'node:fs/promises';
import type pg from 'pg';

/** Milliseconds of processor time by who used them. */
export type CpuTimes = Record<'api' | 'worker' | 'postgres', number>;

/** Linux counts in hundredths of a second, whatever the machine's clock does. */
const TICK_MS = 10;

/**
 * What the path has used so far: this process, the worker's, and all sessions of the benchmark's database. On a busy
 * machine the time that a command takes says little, and the processor time that it costs says the same.
 * Null where there is no `/proc`, or the database runs elsewhere.
 */
export async function cpuTimes(admin: pg.Client, database: string, worker: number): Promise<CpuTimes | null> {
  const { rows } = await admin.query<{ pid: number }>('select pid from pg_stat_activity where datname = $1', [
    database,
  ]);
  const sessions = await Promise.all(rows.map(({ pid }) => cpuOf(pid)));
  const own = await cpuOf(process.pid);
  const workers = await cpuOf(worker);
  if (own === null || workers === null || sessions.every((session) => session === null)) return null;
  return { api: own, worker: workers, postgres: sessions.reduce<number>((sum, each) => sum + (each ?? 0), 0) };
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

/** One line: milliseconds of processor time per command, between two readings. */
export function cpuPerCommand(before: CpuTimes, after: CpuTimes, commands: number): string {
  const each = (who: keyof CpuTimes) => ((after[who] - before[who]) / commands).toFixed(3);
  return `cpu ms/command: api ${each('api')}  worker ${each('worker')}  postgres ${each('postgres')}`;
}
