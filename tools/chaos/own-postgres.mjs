import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { answersPostgres } from '../service-probes.mjs';
import { accountOf, freePort, OwnServer } from './own-server.mjs';

/** Where distributions put the server's programs, which are not always on the path. */
function binaries() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(base, version, 'bin'));
  return [...folders, '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'].find((folder) =>
    existsSync(join(folder, 'initdb')),
  );
}

/** A Postgres of our own in `folder`, or null with the reason when this machine has no programs for it. */
export async function ownPostgres(folder) {
  const bin = binaries();
  if (!bin) return { reason: 'initdb was not found; install the Postgres server programs' };
  const account = accountOf('postgres') ?? accountOf('nobody');
  const data = join(folder, 'postgres');
  await mkdir(data, { mode: 0o700 });
  if (account) await chown(data, account.uid, account.gid);
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '-N'], {
    encoding: 'utf8',
    ...account,
  });
  if (made.status !== 0) return { reason: `initdb failed: ${made.stderr}` };
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${data}`];
  const server = new OwnServer({
    name: 'Postgres',
    command: join(bin, 'postgres'),
    args: ['-D', data, ...settings.flatMap((setting) => ['-c', setting]), '-c', 'max_connections=200'],
    account,
    answers: () => answersPostgres(url),
  });
  return { server, url };
}
