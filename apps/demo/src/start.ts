import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { GitFolders } from './git/folders.js';
import type { Github } from './github.js';
import { Budgets } from './http/budgets.js';
import { CallLog } from './http/call-log.js';
import { Faults } from './http/faults.js';
import { type AppAddresses, type Credentials, moveApp, readCredentials } from './seed/app.js';
import { drawSeeded, type Seed, seedWorld } from './seed/seeding.js';
import { site } from './server.js';
import { Addresses } from './state/addresses.js';
import { Clock } from './state/clock.js';
import { load, Saver } from './state/saving.js';
import { World } from './state/world.js';
import { Announcer, type Mode } from './webhooks/announcer.js';

const day = 86_400;

export interface GithubOptions {
  /** Folder for repositories and state; what is there is used again. */
  readonly folder: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Takes any free port when `port` is in use; else the start fails then. */
  readonly orAnyPort?: boolean;
  readonly host?: string;
  /** Used only when the folder is empty. */
  readonly seed?: Seed;
  /**
   * Foundry's App. When the folder is empty it is registered with these addresses, and installed unless told otherwise;
   * one that was registered before moves to these addresses.
   */
  readonly app?: (AppAddresses & { readonly installed?: boolean }) | null;
  /** Opens `/_control`, which has no password. */
  readonly control?: boolean;
  /** What happens to webhooks at first: `paused` holds them until `deliver`. Delivered at once when absent. */
  readonly webhooks?: Mode;
  /** Milliseconds added to every call. */
  readonly latency?: number;
  /** Seconds since the epoch that seeded times are told from; the start of today when absent. */
  readonly seededAt?: number;
}

export interface RunningGithub {
  /** Base of the web site, for `GITHUB_WEB_URL`. */
  readonly webUrl: string;
  /** Base of the REST API, for `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /** What the App's owner knows; null when no App was registered. */
  readonly credentials: Credentials | null;
  readonly github: Github;
  /** Sends the webhooks that were held, and from here on each at once. */
  deliver(): void;
  /** Stops answering and writes down what was not saved yet. */
  close(): Promise<void>;
}

/** Starts the stand-in and resolves when it answers. */
export async function startGithub(options: GithubOptions): Promise<RunningGithub> {
  const { folder, host = '127.0.0.1' } = options;
  await mkdir(folder, { recursive: true });
  const server = createServer();
  const webUrl = `http://${host}:${await listen(server, options, host)}`;
  const world = new World(new Addresses(webUrl));
  const clock = new Clock();
  const github: Github = {
    world,
    clock,
    git: new GitFolders(join(folder, 'repositories')),
    announcer: new Announcer(world, clock),
    budgets: new Budgets(clock),
    faults: new Faults(),
    calls: new CallLog(),
  };
  if (options.webhooks) github.announcer.switchTo(options.webhooks);
  const saver = await fill(github, options);
  if (options.latency)
    github.faults.add({ kind: 'latency', milliseconds: options.latency, status: 500, retryAfter: 60 });
  server.on('request', site(github, { control: options.control ?? false }));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await github.announcer.idle();
    saver.flush();
  };
  const deliver = () => github.announcer.switchTo('deliver');
  return { webUrl, apiUrl: world.addresses.api, credentials: readCredentials(folder), github, deliver, close };
}

/** Reads what was saved, or seeds; from here on every change is saved. */
async function fill(github: Github, options: GithubOptions): Promise<Saver> {
  const { folder, seed = { kind: 'demo' }, app = null } = options;
  const file = join(folder, 'state.json');
  const saver = new Saver(github.world, file);
  github.world.onChange(() => saver.changed());
  if (!load(github.world, file)) {
    const seededAt = options.seededAt ?? Math.floor(Date.now() / 1000 / day) * day;
    const registered = app && { installed: true, ...app };
    await seedWorld(github, { seed, seededAt, app: registered, folder });
    saver.flush();
  } else if (app) {
    moveApp(github, folder, app);
  }
  drawSeeded(github);
  return saver;
}

async function listen(server: Server, { port = 0, orAnyPort = false }: GithubOptions, host: string): Promise<number> {
  try {
    await listenAt(server, port, host);
  } catch (error) {
    if (!orAnyPort || !isInUse(error)) throw error;
    await listenAt(server, 0, host);
  }
  return isBound(server.address()).port;
}

async function listenAt(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

const isInUse = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';

function isBound(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address;
}
