import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A port that nobody listens on at this moment. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Ids of an account of this machine; null when there is none, or when this is not root and needs none. */
export function accountOf(name) {
  if (process.getuid?.() !== 0) return null;
  const id = (flag) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [user, group] = [id('-u'), id('-g')];
  if (user.status !== 0 || group.status !== 0) return null;
  return { uid: Number(user.stdout), gid: Number(group.stdout) };
}

/** One server process of our own that can be stopped and started again on the same data. */
export class OwnServer {
  constructor({ name, command, args, env = {}, account = null, answers }) {
    Object.assign(this, { name, command, args, env, account, answers, child: null, said: '' });
  }

  /** Starts it, and waits until it answers. */
  async start() {
    const options = { env: { ...process.env, ...this.env }, stdio: ['ignore', 'pipe', 'pipe'], ...this.account };
    const child = spawn(this.command, this.args, options);
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => this.hear(text));
    const ended = once(child, 'exit').then(([code]) => `${this.name} ended with ${code}. ${this.said.slice(-2000)}`);
    for (const end = Date.now() + 60_000; ;) {
      const state = await Promise.race([this.answers().then((yes) => (yes ? 'up' : 'down')), ended]);
      if (state === 'up') return;
      if (state !== 'down') throw new Error(state);
      if (Date.now() > end) throw new Error(`${this.name} does not answer within a minute. ${this.said.slice(-2000)}`);
      await wait(50);
    }
  }

  /** Ends it with a signal and waits until it is gone. */
  async stop(signal = 'SIGTERM') {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  hear(text) {
    this.said = (this.said + text).slice(-10_000);
  }
}
