import { setTimeout as pause } from 'node:timers/promises';
import { livePostmaster, type Postmaster } from './postmaster.js';
import { guardianOf } from './session.js';
import { PostgresUnavailable } from './unavailable.js';

const patience = 30_000;

/**
 * Stops the server that a killed run has left behind. Throws `PostgresUnavailable` when a living run uses it,
 * or when it does not end within 30 seconds.
 */
export async function stopLeftOver(folder: string, password: string, log: (line: string) => void): Promise<void> {
  const deadline = Date.now() + patience;
  let asked = false;
  for (;;) {
    const postmaster = await livePostmaster(folder);
    if (postmaster === null) return;
    if (!asked) {
      asked = await askToEnd(postmaster, folder, password, log);
    }
    if (Date.now() > deadline) {
      throw new PostgresUnavailable(
        `Process ${String(postmaster.pid)} is a Postgres that uses ${folder} and does not end; stop it and start again.`,
      );
    }
    await pause(50);
  }
}

/** Returns whether it was asked: a server that is just starting or ending cannot say yet who uses it. */
async function askToEnd(
  { pid, port }: Postmaster,
  folder: string,
  password: string,
  log: (line: string) => void,
): Promise<boolean> {
  const guardian = port === null ? 'unknown' : await guardianOf(port, password);
  if (guardian === 'unknown') return false;
  if (guardian !== null) {
    throw new PostgresUnavailable(
      `Another run of Foundry (${guardian}) uses ${folder}. Stop it first, or give this one a folder of its own with DATA_DIR.`,
    );
  }
  log(`Stopping Postgres (process ${String(pid)}), which a run that was killed has left behind`);
  process.kill(pid, 'SIGINT');
  return true;
}
