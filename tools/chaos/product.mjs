import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { rootPath } from '../command.mjs';

/** What the product reads from its environment for one run. */
export function environmentOf({ databaseUrl, amqpUrl, port }) {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    AMQP_URL: amqpUrl,
    AMQP_PREFIX: 'foundry',
    HOST: '127.0.0.1',
    PORT: String(port),
    WORKER_PORT: '0',
    PUBLIC_URL: `http://localhost:${port}`,
    LOG_LEVEL: 'warn',
    FOUNDRY_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    AUDIT_SIGNING_KEY: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/** One process of the product, as a release starts it; `guard` it, and whatever ends it without being asked is told. */
export class Process {
  constructor(app, env, log) {
    this.app = app;
    this.child = spawn(process.execPath, [`apps/${app}/dist/main.js`], {
      cwd: rootPath,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.said = '';
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.on('data', (text) => {
        this.said = (this.said + text).slice(-4_000);
        log(`${app} ${this.child.pid}: ${String(text).trimEnd()}`);
      });
    }
    this.exited = once(this.child, 'exit').then(([code, signal]) => ({ code, signal }));
  }

  get alive() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async kill(signal) {
    this.child.kill(signal);
    return this.exited;
  }
}

/**
 * Workers under a supervisor that starts another for each that ends, as systemd or compose would. `deaths` counts those
 * that were not asked for: a product that needs them survived, and still says so.
 */
export class Workers {
  constructor(count, env, log) {
    Object.assign(this, { env, log, deaths: 0, stopping: false, asked: new Set() });
    this.all = Array.from({ length: count }, () => this.open());
  }

  get alive() {
    return this.all.filter((worker) => worker.alive);
  }

  open() {
    const worker = new Process('worker', this.env, this.log);
    void worker.exited.then(async () => {
      if (this.stopping) return;
      if (!this.asked.has(worker)) {
        this.deaths += 1;
        this.log(`worker ${worker.child.pid} ended by itself`);
      }
      await wait(this.asked.has(worker) ? 0 : 500);
      if (!this.stopping) this.all = [...this.alive, this.open()];
    });
    return worker;
  }

  /** Ends one of those with these process ids at once, whatever it is doing. */
  async killAnyOf(pids) {
    const able = this.alive.filter(({ child }) => pids.includes(child.pid));
    const victim = able[Math.floor(Math.random() * able.length)];
    if (!victim) return;
    this.asked.add(victim);
    await victim.kill('SIGKILL');
  }

  /** Ends them in order. Returns how each ended. */
  async stop() {
    this.stopping = true;
    return Promise.all(this.alive.map((worker) => worker.kill('SIGTERM')));
  }
}
