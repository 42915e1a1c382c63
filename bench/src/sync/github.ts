import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Program } from './process.js';

const Addresses = z.object({ webUrl: z.string(), apiUrl: z.string() });
const Credentials = z.object({
  appId: z.int(),
  clientId: z.string(),
  clientSecret: z.string(),
  privateKey: z.string(),
  webhookSecret: z.string(),
});
const Calls = z.object({ total: z.int(), counted: z.int(), notModified: z.int() });

/** Who owns the organization that the stand-in makes of a scale, and who is an owner of it. */
export const OWNER = 'atlas';
export const ADMIN = 'mira-okafor';

export interface Scale {
  repositories: number;
  pulls: number;
  members: number;
}

/** The stand-in for GitHub with an organization of any size, each call as slow as asked for. */
export class GithubStandIn {
  private constructor(
    private readonly program: Program<z.infer<typeof Addresses>>,
    private readonly folder: string,
    readonly app: z.infer<typeof Credentials>,
  ) {}

  static start({ repositories, pulls, members }: Scale, latencyMs: number): Promise<GithubStandIn> {
    return GithubStandIn.begin({
      GITHUB_STAND_IN_SEED: `scaled:${String(repositories)},${String(pulls)},${String(members)}`,
      GITHUB_STAND_IN_PRODUCT_URL: 'http://127.0.0.1:1',
      GITHUB_STAND_IN_INSTALLED: '0',
      GITHUB_STAND_IN_LATENCY_MS: String(latencyMs),
    });
  }

  /** With what the demonstration begins with, for a product at this address; the App is installed. */
  static demonstration(productUrl: string): Promise<GithubStandIn> {
    return GithubStandIn.begin({ GITHUB_STAND_IN_SEED: 'demo', GITHUB_STAND_IN_PRODUCT_URL: productUrl });
  }

  /** With an organization of this scale, for a product at this address; the App is installed. */
  static installed({ repositories, pulls, members }: Scale, productUrl: string): Promise<GithubStandIn> {
    return GithubStandIn.begin({
      GITHUB_STAND_IN_SEED: `scaled:${String(repositories)},${String(pulls)},${String(members)}`,
      GITHUB_STAND_IN_PRODUCT_URL: productUrl,
    });
  }

  private static async begin(settings: Record<string, string>): Promise<GithubStandIn> {
    const folder = await mkdtemp(join(tmpdir(), 'bench-github-'));
    const environment = {
      GITHUB_STAND_IN_FOLDER: folder,
      GITHUB_STAND_IN_PORT: '0',
      GITHUB_STAND_IN_CONTROL: '1',
      ...settings,
    };
    const program = await Program.start('apps/demo/dist/main.js', environment, (line) =>
      Addresses.parse(JSON.parse(line)),
    );
    const text = await readFile(join(folder, 'app-credentials.json'), 'utf8');
    return new GithubStandIn(program, folder, Credentials.parse(JSON.parse(text)));
  }

  get apiUrl(): string {
    return this.program.up.apiUrl;
  }

  get webUrl(): string {
    return this.program.up.webUrl;
  }

  /** What a person does there, e.g. `installation.create`. */
  async act(act: string, body: Record<string, unknown>): Promise<void> {
    await this.control('POST', '/acts', { act, by: ADMIN, ...body });
  }

  async deliverTo(url: string): Promise<void> {
    await this.control('PUT', '/webhooks', { url });
  }

  async forgetCalls(): Promise<void> {
    await this.control('DELETE', '/calls');
  }

  async calls(): Promise<z.infer<typeof Calls>> {
    return Calls.parse(await this.control('GET', '/calls'));
  }

  async end(): Promise<void> {
    await this.program.end();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.program.up.webUrl}/_control${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}
