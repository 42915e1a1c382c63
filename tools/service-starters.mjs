import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { capture, run, say } from './command.mjs';

const composeNames = { Postgres: 'postgres', RabbitMQ: 'rabbitmq' };
const packages = { Postgres: 'postgresql', RabbitMQ: 'rabbitmq-server' };
const ports = { Postgres: 5432, RabbitMQ: 5672 };

/** Starts the named services from docker-compose.yml; false when no docker engine answers or it fails. */
export async function startWithDocker(names) {
  const { code } = await capture('docker', ['info', '--format', '{{.ServerVersion}}']);
  if (code !== 0) return false;
  say(`Starting ${names.join(' and ')} with docker compose`);
  return (
    (await run('docker', ['compose', 'up', '--detach', '--wait', ...names.map((name) => composeNames[name])])) === 0
  );
}

/** Installs the named services from Debian's packages and starts them; false when this is not root on Debian. */
export async function startWithDebian(names) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  say(`Installing ${names.join(' and ')} with apt-get`);
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-qq'], quietly)) !== 0) return false;
  const wanted = names.map((name) => packages[name]);
  if ((await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], quietly)) !== 0)
    return false;
  for (const name of names) {
    await run('service', [packages[name], 'start']);
    if (!(await listens(ports[name]))) return false;
  }
  return names.includes('Postgres') ? createDevelopmentRole() : true;
}

/** Debian's Postgres lets nobody in over TCP without a password, so tests get a role of their own. */
async function createDevelopmentRole() {
  const statement = "create role foundry superuser login password 'foundry'";
  const psql = ['-u', 'postgres', '--', 'psql', '-v', 'ON_ERROR_STOP=1', '-c', statement];
  const { code, output } = await capture('runuser', psql);
  return code === 0 || output.includes('already exists');
}

/** Waits up to a minute until a local port accepts connections. */
export async function listens(port, deadline = Date.now() + 60_000) {
  while (!(await accepts(port))) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return true;
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket.destroy() && true));
    socket.once('error', () => resolve(false));
  });
}
