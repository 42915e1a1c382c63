import type { Diagnosis } from '@foundry/github-data/contracts';
import { KeyRing } from '@foundry/messaging';
import pg from 'pg';
import { z } from 'zod';
import { MANIFESTS } from '../modules.js';
import { bad, note, ok } from './findings.js';
import type { Surroundings } from './surroundings.js';

const About = 'Database';
const OLDEST = 160_000;
const SKEW_LIMIT_S = 30;
const PATIENCE_MS = 5_000;

const State = z.tuple([z.object({ version: z.coerce.number(), seconds: z.coerce.number(), ran: z.boolean() })]);
const Names = z.array(z.object({ name: z.string() }));

/** Whether Postgres lets us in, is new enough, has the schema of this release, and can be read with the keys given. */
export async function examineDatabase({ databaseUrl, keys }: Surroundings): Promise<Diagnosis[]> {
  if (databaseUrl === null) {
    return [bad(About, 'None is named.', 'Set DATABASE_URL, or start Foundry with npm start, which brings one.')];
  }
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: PATIENCE_MS,
    statement_timeout: PATIENCE_MS,
    application_name: 'foundry doctor',
  });
  client.on('error', () => undefined); // a connection that is lost while we look shows in the next statement
  const { hostname, port, pathname } = new URL(databaseUrl);
  const where = `${hostname}:${port || '5432'}${pathname}`;
  try {
    await client.connect();
  } catch (error) {
    // Whatever the driver or the server says about getting in is the finding.
    const reason = error instanceof Error ? error.message || error.name : String(error);
    return [bad(About, `Postgres at ${where} does not let us in: ${reason}.`, 'Check DATABASE_URL, and that it runs.')];
  }
  try {
    return [...(await stateOf(client, where)), ...(await unreadable(client, keys))];
  } finally {
    await client.end();
  }
}

async function stateOf(client: pg.Client, where: string): Promise<Diagnosis[]> {
  const { rows } = await client.query(
    `select current_setting('server_version_num') as version, extract(epoch from clock_timestamp()) as seconds,
       to_regclass('foundry_migrations') is not null as ran`,
  );
  const [{ version, seconds, ran }] = State.parse(rows);
  const found = [ran ? await pendingMigrations(client, where) : note(About, `No Foundry ever ran on ${where}.`)];
  if (version < OLDEST) {
    const says = `Postgres at ${where} is version ${String(Math.floor(version / 10_000))}.`;
    found.push(note(About, says, 'Foundry is made for 16 or newer.'));
  }
  const ahead = Math.round(Date.now() / 1000 - seconds);
  if (Math.abs(ahead) > SKEW_LIMIT_S) {
    const says = `It differs by ${String(Math.abs(ahead))} s between this machine and Postgres.`;
    found.push(bad('Clock', says, 'Let both be set over NTP.'));
  }
  return found;
}

async function pendingMigrations(client: pg.Client, where: string): Promise<Diagnosis> {
  const { rows } = await client.query('select name from foundry_migrations');
  const done = new Set(Names.parse(rows).map(({ name }) => name));
  const pending = MANIFESTS.flatMap(({ migrations }) => [...migrations]).filter(({ name }) => !done.has(name));
  if (pending.length === 0) return ok(About, `${where} is of this release`);
  const says = `${where} lacks ${String(pending.length)} changes of this release.`;
  return note(About, says, 'The next start makes them.');
}

/** Values whose key is gone: whoever they belong to has to sign in again, or the App has to be made anew. */
async function unreadable(client: pg.Client, keys: string | null): Promise<Diagnosis[]> {
  if (keys === null) return [];
  const ring = new KeyRing(keys);
  const lost = new Set<string>();
  for (const { table, keyId } of MANIFESTS.flatMap((manifest) => manifest.sealed ?? [])) {
    const { rows: there } = await client.query('select to_regclass($1) is not null as ran', [quoted(table)]);
    if (!z.tuple([z.object({ ran: z.literal(true) })]).safeParse(there).success) continue;
    const { rows } = await client.query(
      `select distinct ${pg.escapeIdentifier(keyId)} as name from ${quoted(table)} where ${pg.escapeIdentifier(keyId)} is not null`,
    );
    for (const { name } of Names.parse(rows)) if (ring.find(name) === undefined) lost.add(name);
  }
  if (lost.size === 0) return [];
  const says = `The database has values of the key ${[...lost].join(', ')}, which is not among them.`;
  return [bad('Encryption keys', says, 'Put it back behind the others; npm run keys:rotate makes it dispensable.')];
}

const quoted = (table: string): string =>
  table
    .split('.')
    .map((part) => pg.escapeIdentifier(part))
    .join('.');
