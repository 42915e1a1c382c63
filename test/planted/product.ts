import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { eventually } from '@foundry/messaging/testing';

const MAIN = { api: resolve('apps/api/dist/main.js'), worker: resolve('apps/worker/dist/main.js') };

/** On a machine with much else to do. */
const START_MS = 90_000;

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

/** One process of the built product, and every byte that it printed. */
export class ProductProcess {
  private readonly parts: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => this.parts.push(text.toString()));
    }
  }

  /** Resolves once it is ready for work. */
  static async start(
    what: keyof typeof MAIN,
    port: number,
    environment: Record<string, string>,
  ): Promise<ProductProcess> {
    const { PATH = '' } = process.env;
    const env = { PATH, ...environment, [what === 'api' ? 'PORT' : 'WORKER_PORT']: String(port) };
    const child = spawn(process.execPath, [MAIN[what]], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const started = new ProductProcess(child, `http://127.0.0.1:${String(port)}`);
    try {
      await eventually(async () => {
        const { status } = await fetch(`${started.url}/readyz`);
        if (status !== 200) throw new Error(`It answers ${String(status)}.`);
      }, START_MS);
      return started;
    } catch (error) {
      await started.stop();
      throw new Error(`The ${what} is not ready; it said: ${started.printed}`, { cause: error });
    }
  }

  get printed(): string {
    return this.parts.join('');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}
