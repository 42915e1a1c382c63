import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answersAmqp } from '../service-probes.mjs';
import { freePort, OwnServer } from './own-server.mjs';

/** The script itself: the one on the path changes the user on Debian, and with it the folder that it may write. */
function script() {
  const base = '/usr/lib/rabbitmq/lib';
  const releases = existsSync(base) ? readdirSync(base) : [];
  const folders = releases.map((release) => join(base, release, 'sbin'));
  return [...folders, '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin']
    .map((folder) => join(folder, 'rabbitmq-server'))
    .find((path) => existsSync(path));
}

/** A broker of our own in `folder`, or the reason why this machine cannot have one. */
export async function ownRabbitmq(folder) {
  const command = script();
  if (!command) return { reason: 'rabbitmq-server was not found; install RabbitMQ' };
  const data = join(folder, 'rabbitmq');
  await mkdir(data);
  await writeFile(join(data, 'plugins'), '[].');
  const [port, distribution] = [await freePort(), await freePort()];
  await writeFile(join(data, 'rabbitmq.conf'), `listeners.tcp.1 = 127.0.0.1:${port}\n`);
  const url = `amqp://guest:guest@127.0.0.1:${port}`;
  const server = new OwnServer({
    name: 'RabbitMQ',
    command,
    args: [],
    env: {
      HOME: data,
      RABBITMQ_NODENAME: `chaos-${process.pid}@localhost`,
      RABBITMQ_NODE_PORT: String(port),
      RABBITMQ_DIST_PORT: String(distribution),
      RABBITMQ_MNESIA_BASE: join(data, 'mnesia'),
      RABBITMQ_LOG_BASE: join(data, 'log'),
      RABBITMQ_LOGS: '-',
      RABBITMQ_CONFIG_FILE: join(data, 'rabbitmq.conf'),
      RABBITMQ_CONF_ENV_FILE: join(data, 'none'),
      RABBITMQ_ENABLED_PLUGINS_FILE: join(data, 'plugins'),
      RABBITMQ_PID_FILE: join(data, 'pid'),
    },
    answers: () => answersAmqp(url),
  });
  return { server, url };
}
