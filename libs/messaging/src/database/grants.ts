import pg, { type ClientBase } from 'pg';
import type { ModuleManifest } from '../registry/manifest.js';

export type ProductKind = 'api' | 'worker';

export interface Grantee {
  kind: ProductKind;
  role: string;
}

/** Roles that get their rights wherever they exist, so that no process needs the owner's password but one that migrates. */
const USUAL: readonly Grantee[] = [
  { kind: 'api', role: 'foundry_api' },
  { kind: 'worker', role: 'foundry_worker' },
];

/** Gives each of these roles, and those of the usual names, what it needs. A role that is not there is left out. */
export async function giveRights(
  client: ClientBase,
  manifests: readonly ModuleManifest[],
  grantees: readonly Grantee[],
): Promise<void> {
  const wanted = [...grantees, ...USUAL];
  const roles = wanted.map(({ role }) => role);
  const { rows } = await client.query<{ role: string }>(
    'select rolname as role from pg_roles where rolname = any($1::text[])',
    [roles],
  );
  const there = new Set(rows.map(({ role }) => role));
  const statements = wanted.filter(({ role }) => there.has(role)).flatMap((grantee) => grantsFor(grantee, manifests));
  for (const statement of statements) await client.query(statement);
}

/** The rights of an api or a worker on these modules, and on the list of migrations. */
function grantsFor({ kind, role }: Grantee, manifests: readonly ModuleManifest[]): string[] {
  const each = kind === 'api' ? apiGrants : workerGrants;
  return [
    `grant select on foundry_migrations to ${pg.escapeIdentifier(role)}`,
    ...manifests.flatMap((manifest) => each(manifest, role)),
  ];
}

const schemaOf = ({ name }: ModuleManifest): string => pg.escapeIdentifier(name.replaceAll('-', '_'));

/** An api reads everything, and writes what the module lists: it never waits for a worker with that. */
function apiGrants(manifest: ModuleManifest, role: string): string[] {
  const [schema, to] = [schemaOf(manifest), pg.escapeIdentifier(role)];
  return [
    `grant usage on schema ${schema} to ${to}`,
    `grant select on all tables in schema ${schema} to ${to}`,
    ...(manifest.apiGrants?.(to) ?? []),
  ];
}

function workerGrants(manifest: ModuleManifest, role: string): string[] {
  if (manifest.grants) return [...manifest.grants(role)];
  const [schema, to] = [schemaOf(manifest), pg.escapeIdentifier(role)];
  return [
    `grant usage on schema ${schema} to ${to}`,
    `grant select, insert, update, delete on all tables in schema ${schema} to ${to}`,
    `grant usage on all sequences in schema ${schema} to ${to}`,
    `grant execute on all functions in schema ${schema} to ${to}`,
  ];
}
