import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { accountFor } from './embedded-postgres/account.js';
import { findBinaries } from './embedded-postgres/binaries.js';
import { prepareCluster } from './embedded-postgres/cluster.js';
import { stopLeftOver } from './embedded-postgres/left-over.js';
import { placeFor } from './embedded-postgres/place.js';
import { startServer } from './embedded-postgres/server.js';
import { guard } from './embedded-postgres/session.js';

export interface EmbeddedPostgresOptions {
  /** The product's data folder; made when missing. The database lies in `postgres` below it. */
  readonly dataDir: string;
  /** Gets one line per thing worth telling, and what Postgres itself prints. */
  readonly log: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** `postgres://` address of the product's own database; the port is another one after each start. */
  readonly url: string;
  /** Ends all connections and shuts down cleanly. Calling it again waits for the same end. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the Postgres that comes as an npm package on a free loopback port, making its cluster on the first
 * run. A server left behind by a killed run is stopped first. Only one run at a time may use a folder.
 *
 * Throws `PostgresUnavailable` when this machine cannot run it or another run uses the folder; its message
 * says what to do.
 */
export async function startEmbeddedPostgres({ dataDir, log }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = resolve(dataDir);
  await mkdir(home, { recursive: true });
  // Others may pass through to what is theirs, not look around.
  await chmod(home, 0o711);
  const place = await placeFor(home, await findBinaries(), log);
  const account = await accountFor(place.folder);
  const cluster = { folder: place.folder, passwordFile: join(home, 'postgres.password') };
  const password = await prepareCluster(place.binaries, cluster, account, log);
  await stopLeftOver(place.folder, password, log);
  const server = await startServer({ binaries: place.binaries, folder: place.folder, account, log });
  const guardian = await guard(server, password, place.folder);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await guardian.end();
    await server.stop();
  };
  return { url: guardian.url, stop: () => (stopping ??= stop()) };
}
