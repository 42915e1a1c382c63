import { BootError } from './boot-error.js';

/** Ends everything that `start` began. False when something had to be cut off. */
export type Stop = () => Promise<boolean>;

/** A whole drain; what is not done by then is as safe as after `kill -9`. */
const DRAIN_MS = 30_000;

/**
 * Runs a process from start to signal. A `BootError` is one sentence on standard error and exit code 1. The first
 * SIGTERM or SIGINT stops it in order: exit code 0, or 1 when something had to be cut; a second one ends it at once.
 */
export async function runProcess(start: () => Promise<Stop>): Promise<void> {
  const asked = new AbortController();
  const onSignal = (): void => {
    if (asked.signal.aborted) process.exit(1);
    asked.abort();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  try {
    const stop = await start();
    // The signal may have come while it started.
    if (asked.signal.aborted) await end(stop);
    else asked.signal.addEventListener('abort', () => void end(stop));
  } catch (error) {
    if (!(error instanceof BootError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
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
