import type { BootError } from './boot-error.js';
import { startFailure } from './start-failure.js';

/** Ends everything that `start` began. False when something had to be cut off. */
export type Stop = () => Promise<boolean>;

/** Ends the process at once, with one sentence on standard error and exit code 1. */
export type Fail = (error: BootError) => void;

/** A whole drain; what is not done by then is as safe as after `kill -9`. */
const DRAIN_MS = 30_000;

/**
 * Runs a process from start to signal. What keeps it from starting and is not our fault is one sentence on standard
 * error and exit code 1: a `BootError`, or a database that goes away meanwhile. The first SIGTERM or SIGINT stops it in
 * order: exit code 0, or 1 when something had to be cut; a second one ends it at once. `start` is handed what ends the
 * process when it finds out later that it could never work.
 */
export async function runProcess(start: (fail: Fail) => Promise<Stop>): Promise<void> {
  const asked = new AbortController();
  const onSignal = (): void => {
    if (asked.signal.aborted) process.exit(1);
    asked.abort();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  try {
    const stop = await start(fail);
    // The signal may have come while it started.
    if (asked.signal.aborted) await end(stop);
    else asked.signal.addEventListener('abort', () => void end(stop));
  } catch (error) {
    const failure = startFailure(error, process.env);
    if (!failure) throw error;
    fail(failure);
  }
}

function fail(error: BootError): never {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function end(stop: Stop): Promise<void> {
  setTimeout(() => process.exit(1), DRAIN_MS).unref();
  try {
    process.exit((await stop()) ? 0 : 1);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
}
