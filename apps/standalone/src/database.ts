import { BootError } from '@foundry/messaging';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { PostgresUnavailable } from './embedded-postgres/unavailable.js';

export interface OwnDatabase {
  url: string;
  stop(): Promise<void>;
}

/** The configured database, or the embedded one. Throws `BootError` when this machine cannot run it. */
export async function openDatabase(
  configured: string | undefined,
  dataDir: string,
  log: (line: string) => void,
): Promise<OwnDatabase> {
  if (configured !== undefined && configured !== '') return { url: configured, stop: () => Promise.resolve() };
  try {
    return await startEmbeddedPostgres({ dataDir, log });
  } catch (error) {
    if (error instanceof PostgresUnavailable) throw new BootError(error.message, { cause: error });
    throw error;
  }
}
