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
  let stop: Stop | null = null;
  let asked = false;
  const onSignal = (): void => {
    if (asked) process.exit(1);
    asked = true;
    if (stop) void end(stop);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  try {
    stop = await start();
  } catch (error) {
    if (!(error instanceof BootError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  // The signal came while it started.
  if (asked) await end(stop);
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
