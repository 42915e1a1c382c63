import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { App, Octokit } from 'octokit';
import { z } from 'zod';
import {
  type Credentials,
  type GithubOptions,
  productAddresses,
  type RunningGithub,
  startGithub,
} from '../src/index.js';

const Tokens = z.record(z.string(), z.coerce.string());

export const product = 'http://127.0.0.1:3999';
/** All seeded times are told from here. */
export const seededAt = Date.UTC(2026, 5, 1) / 1000;

/** Octokit as Foundry uses it: pointed at the stand-in, without its own waiting and repeating. */
export function octokitAt(running: RunningGithub): typeof Octokit {
  const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  return Octokit.defaults({
    baseUrl: running.apiUrl,
    throttle: { enabled: false },
    retry: { enabled: false },
    log: quiet,
  });
}

/** A stand-in for one spec file, in a folder of its own, with Foundry's App registered and installed. */
export class TestGithub {
  private started: RunningGithub | null = null;
  folder = '';

  constructor(private readonly options: Partial<GithubOptions> = {}) {
    beforeAll(async () => {
      this.folder = await mkdtemp(join(tmpdir(), 'github-'));
      await this.start();
    });
    afterAll(async () => {
      await this.stop();
      await rm(this.folder, { recursive: true, force: true });
    });
  }

  get running(): RunningGithub {
    if (!this.started) throw new Error('not started');
    return this.started;
  }

  get credentials(): Credentials {
    if (!this.running.credentials) throw new Error('no App');
    return this.running.credentials;
  }

  async start(more: Partial<GithubOptions> = {}): Promise<void> {
    const app = productAddresses(product);
    const options = { folder: this.folder, control: true, seededAt, app, ...this.options, ...more };
    this.started = await startGithub(options);
  }

  async stop(): Promise<void> {
    await this.started?.close();
    this.started = null;
  }

  /** The App as octokit's own class, with JWT and installation tokens made by octokit. */
  app(): App {
    const { appId, privateKey, clientId, clientSecret } = this.credentials;
    return new App({
      appId,
      privateKey,
      oauth: { clientId, clientSecret },
      webhooks: { secret: this.credentials.webhookSecret },
      Octokit: octokitAt(this.running),
    });
  }

  async installationId(): Promise<number> {
    const { data } = await this.app().octokit.rest.apps.listInstallations();
    const [first] = data;
    if (!first) throw new Error('not installed');
    return first.id;
  }

  /** A fresh installation token, narrowed when asked. */
  async installationToken(narrow: { repositories?: string[]; permissions?: Record<string, 'read' | 'write'> } = {}) {
    const installation_id = await this.installationId();
    const { data } = await this.app().octokit.rest.apps.createInstallationAccessToken({ installation_id, ...narrow });
    return data.token;
  }

  withToken(auth: string): Octokit {
    const At = octokitAt(this.running);
    return new At({ auth });
  }

  /** Signs a person in as a browser would, and returns the answer to the code exchange. */
  async signIn(login: string): Promise<Record<string, string>> {
    const verifier = randomBytes(32).toString('base64url');
    const code = await this.code(login, challengeOf(verifier));
    return this.exchange({ code, code_verifier: verifier });
  }

  async code(login: string, challenge: string): Promise<string> {
    const location = await this.authorize({ login, code_challenge: challenge, code_challenge_method: 'S256' });
    return location.searchParams.get('code') ?? '';
  }

  /** Sends the form of the sign-in page and returns where it leads. */
  async authorize(fields: Record<string, string>): Promise<URL> {
    const body = new URLSearchParams({ client_id: this.credentials.clientId, state: 'a-state', ...fields });
    const response = await fetch(`${this.running.webUrl}/login/oauth/authorize`, {
      method: 'POST',
      body,
      redirect: 'manual',
    });
    return new URL(response.headers.get('location') ?? 'about:blank');
  }

  async exchange(fields: Record<string, string>): Promise<Record<string, string>> {
    const { clientId, clientSecret } = this.credentials;
    const response = await fetch(`${this.running.webUrl}/login/oauth/access_token`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, ...fields }),
    });
    return Tokens.parse(await response.json());
  }

  async control(method: string, path: string, body?: unknown): Promise<{ status: number; body: string }> {
    const response = await fetch(`${this.running.webUrl}/_control${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.text() };
  }

  /** Does something as a person on the web site would; fails when it was refused. */
  async act(name: string, fields: Record<string, unknown>): Promise<void> {
    const { status, body } = await this.control('POST', '/acts', { act: name, by: 'mira-okafor', ...fields });
    if (status !== 200) throw new Error(`${name}: ${status} ${body}`);
  }
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** The status that a call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<number | undefined> {
  return call.then(
    () => undefined,
    (error: unknown) =>
      typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
        ? error.status
        : -1,
  );
}
