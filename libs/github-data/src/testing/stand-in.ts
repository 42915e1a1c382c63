import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const Started = z.object({ webUrl: z.string(), apiUrl: z.string() });
const Credentials = z.object({
  appId: z.int(),
  slug: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  privateKey: z.string(),
  webhookSecret: z.string(),
});
const Truth = z.array(
  z.object({
    id: z.int(),
    fullName: z.string(),
    archived: z.boolean(),
    open: z.array(z.object({ number: z.int(), title: z.string() })),
  }),
);
export type Truth = z.infer<typeof Truth>;

/** Where the stand-in for GitHub is built. */
const MAIN = resolve(
  process.env['GITHUB_STAND_IN_MAIN'] ?? join(import.meta.dirname, '../../../../apps/demo/dist/main.js'),
);

/** The stand-in for GitHub as a process of its own, spoken to over HTTP only. */
export class StandIn {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    readonly webUrl: string,
    readonly apiUrl: string,
    readonly app: z.infer<typeof Credentials>,
  ) {}

  static async start({ seed = 'demo', installed = true, productUrl = 'http://127.0.0.1:1' } = {}): Promise<StandIn> {
    const folder = await mkdtemp(join(tmpdir(), 'github-'));
    const child = spawn(process.execPath, [MAIN], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        GITHUB_STAND_IN_FOLDER: folder,
        GITHUB_STAND_IN_PORT: '0',
        GITHUB_STAND_IN_SEED: seed,
        GITHUB_STAND_IN_PRODUCT_URL: productUrl,
        GITHUB_STAND_IN_INSTALLED: installed ? '1' : '0',
        GITHUB_STAND_IN_CONTROL: '1',
      },
    });
    const lines = createInterface({ input: child.stdout });
    const line = await new Promise<string>((resolved, reject) => {
      lines.once('line', resolved);
      child.once('exit', (code) => reject(new Error(`The stand-in ended with ${String(code)}.`)));
    });
    const { webUrl, apiUrl } = Started.parse(JSON.parse(line));
    const text = await readFile(join(folder, 'app-credentials.json'), 'utf8');
    return new StandIn(child, folder, webUrl, apiUrl, Credentials.parse(JSON.parse(text)));
  }

  /** What a person or a machine does there, e.g. `pull.open`. */
  async act(act: string, body: Record<string, unknown>): Promise<unknown> {
    return this.control('POST', '/acts', { act, ...body });
  }

  async fault(fault: Record<string, unknown>): Promise<void> {
    await this.control('POST', '/faults', fault);
  }

  async noFaults(): Promise<void> {
    await this.control('DELETE', '/faults');
  }

  async truth(): Promise<Truth> {
    return Truth.parse(await this.control('GET', '/truth'));
  }

  async control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.webUrl}/_control${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolved) => this.process.once('exit', resolved));
    this.process.kill('SIGTERM');
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}
