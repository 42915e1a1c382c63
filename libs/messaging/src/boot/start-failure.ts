import { isConnectionLoss } from '../database/failures.js';
import { placeOf } from '../database/place.js';
import { BootError } from './boot-error.js';

/** A failed start as one sentence that says what to do; null for what is our fault and needs its stack. */
export function startFailure(error: unknown, environment: NodeJS.ProcessEnv): BootError | null {
  if (error instanceof BootError) return error;
  if (!isConnectionLoss(error)) return null;
  const url = environment['DATABASE_URL'];
  const at = url !== undefined && URL.canParse(url) ? ` at ${placeOf(url)}` : '';
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return new BootError(
    `Postgres${at} went away while this started (${reason}); see that it runs there, or ` +
      'correct DATABASE_URL, and start this again. Nothing is lost.',
    { cause: error },
  );
}
