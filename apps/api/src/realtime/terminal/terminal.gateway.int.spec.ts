import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundry/messaging/testing';
import {
  type OpenTerminal,
  type TerminalConnection,
  TerminalDoor,
  type TerminalOutput,
  TERMINAL_PROTOCOL,
  type TerminalVisitor,
} from '@foundry/sandbox/contracts';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { WebSocket } from 'ws';
import { AuthenticatesSocket, type SocketCaller, type SocketCredential } from '../opening/authenticates-socket.js';
import { RealtimeLog } from '../realtime-log.js';
import { RealtimeOptions } from '../realtime-options.js';
import { TerminalGateway } from './terminal.gateway.js';

const SANDBOX = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11';
const PROCESS = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a12';
const PATH = `/v1/sandboxes/${SANDBOX}/processes/${PROCESS}/terminal`;
const OURS = 'https://ours.test';

/** `Bearer ana` may type, `Bearer vera` may look, whoever is in `gone` signed out. */
class People extends AuthenticatesSocket {
  readonly gone = new Set<string>();

  override bearer(token: string): Promise<SocketCaller | null> {
    const userId = { ana: '1', vera: '2', eve: '3' }[token];
    if (userId === undefined) return Promise.resolve(null);
    const actor = { kind: 'user' as const, userId, via: 'api_token' as const };
    const credential = { kind: 'api_token' as const, id: token };
    return Promise.resolve({ subscriber: { actor, scopes: 'all', organizationId: null }, credential });
  }

  override cookie(): Promise<null> {
    return Promise.resolve(null);
  }

  override ended(credentials: readonly SocketCredential[]): Promise<SocketCredential[]> {
    return Promise.resolve(credentials.filter(({ id }) => this.gone.has(id)));
  }
}

/** A terminal that says what the test tells it to. */
class Scripted implements TerminalConnection {
  readonly typed: string[] = [];
  readonly sizes: string[] = [];
  isClosed = false;
  private readonly waiting: TerminalOutput[] = [{ kind: 'ready', replayBytes: 5, truncated: false }];
  private wake: (() => void) | null = null;
  readonly output = this.read();

  say(output: TerminalOutput): void {
    this.waiting.push(output);
    this.wake?.();
  }
  write(bytes: Uint8Array): void {
    this.typed.push(Buffer.from(bytes).toString());
  }
  resize(cols: number, rows: number): void {
    this.sizes.push(`${String(cols)}x${String(rows)}`);
  }
  pause(): void {
    // Nothing is slow here.
  }
  resume(): void {
    // Nothing is slow here.
  }
  close(): void {
    this.isClosed = true;
    this.wake?.();
  }

  private async *read(): AsyncGenerator<TerminalOutput> {
    while (!this.isClosed) {
      const next = this.waiting.shift();
      if (next) yield next;
      else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    }
  }
}

class Door extends TerminalDoor {
  readonly connection = new Scripted();
  rights: { mayType: boolean } | null = { mayType: true };

  open({ actor }: TerminalVisitor, sandboxId: string, processId: string): Promise<OpenTerminal | null> {
    if (actor.userId === '3' || sandboxId !== SANDBOX || processId !== PROCESS) return Promise.resolve(null);
    const nothing = () => Promise.resolve();
    const leave = () => {
      this.connection.close();
      return Promise.resolve();
    };
    const rights = () => Promise.resolve(this.rights);
    return Promise.resolve({
      connection: this.connection,
      mayType: actor.userId === '1',
      rights,
      keep: nothing,
      leave,
    });
  }
}

class Quiet extends RealtimeLog {
  info(): void {
    // not looked at
  }
  warn(): void {
    // not looked at
  }
  error(): void {
    // not looked at
  }
}

let app: INestApplication;
let door: Door;
let people: People;
let port: number;

beforeEach(async () => {
  [door, people] = [new Door(), new People()];
  const module = await Test.createTestingModule({
    providers: [
      TerminalGateway,
      { provide: TerminalDoor, useValue: door },
      { provide: AuthenticatesSocket, useValue: people },
      { provide: RealtimeLog, useClass: Quiet },
      { provide: RealtimeOptions, useValue: { instance: 'api-1', publicUrls: [OURS] } },
    ],
  }).compile();
  app = module.createNestApplication({ logger: false });
  await app.listen(0, '127.0.0.1');
  port = Number(new URL(await app.getUrl()).port);
});
afterEach(() => app.close());

type Heard = string | { bytes: string };

function connect(who: string, { path = PATH, protocol = TERMINAL_PROTOCOL, origin = '' } = {}) {
  const headers = { Authorization: `Bearer ${who}`, ...(origin === '' ? {} : { Origin: origin }) };
  const socket = new WebSocket(`ws://127.0.0.1:${String(port)}${path}`, protocol, { headers });
  const heard: Heard[] = [];
  socket.on('message', (data, isBinary) => {
    const text = Buffer.isBuffer(data) ? data.toString() : '';
    heard.push(isBinary ? { bytes: text } : text);
  });
  return { socket, heard };
}

async function refused(who: string, options: Parameters<typeof connect>[1] = {}): Promise<number> {
  const { socket } = connect(who, options);
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.once('unexpected-response', (_request, { statusCode }) => {
      resolve(statusCode ?? 0);
    });
  });
}

const closing = ({ socket }: { socket: WebSocket }): Promise<number> =>
  new Promise((resolve) => {
    socket.once('close', resolve);
  });
const ready = ({ heard }: { heard: Heard[] }) =>
  eventually(() => {
    if (heard.length === 0) throw new Error('Nothing was said yet.');
    return Promise.resolve();
  });

describe('the socket of a terminal', () => {
  it('says what it is first, then bytes both ways, then how it ended', async () => {
    const ana = connect('ana');
    await ready(ana);
    ana.socket.send(Buffer.from('ls\n'));
    ana.socket.send(JSON.stringify({ op: 'resize', cols: 0, rows: 0 }));
    ana.socket.send(JSON.stringify({ op: 'resize', cols: 90, rows: 30 }));
    ana.socket.send(JSON.stringify({ op: 'ping' }));
    await eventually(() => {
      expect(ana.heard).toContain('{"op":"pong"}');
      return Promise.resolve();
    });
    expect(door.connection.typed).toEqual(['ls\n']);
    expect(door.connection.sizes).toEqual(['90x30']);
    const closed = closing(ana);
    door.connection.say({ kind: 'bytes', bytes: Buffer.from('README.md') });
    door.connection.say({ kind: 'exit', exitCode: 3 });
    expect(await closed).toBe(1000);
    expect(ana.heard).toEqual([
      '{"op":"ready","cols":80,"rows":24,"replayBytes":5,"truncated":false}',
      '{"op":"pong"}',
      { bytes: 'README.md' },
      '{"op":"exit","exitCode":3,"signal":null}',
    ]);
    await eventually(() => {
      expect(door.connection.isClosed).toBe(true);
      return Promise.resolve();
    });
  });

  it('lets a viewer look and not type', async () => {
    const vera = connect('vera');
    await ready(vera);
    const closed = closing(vera);
    vera.socket.send(Buffer.from('rm\n'));
    expect(await closed).toBe(4003);
    expect(door.connection.typed).toEqual([]);
  });

  it('ends when the person may not look any more, or signed out', async () => {
    const ana = connect('ana');
    await ready(ana);
    door.rights = null;
    expect(await closing(ana)).toBe(4004);
  }, 15_000);

  it('ends with a sign-out', async () => {
    const ana = connect('ana');
    await ready(ana);
    people.gone.add('ana');
    expect(await closing(ana)).toBe(4001);
  }, 15_000);

  it('closes what it does not understand', async () => {
    const ana = connect('ana');
    await ready(ana);
    ana.socket.send('{"op":"format"}');
    expect(await closing(ana)).toBe(4000);
  });

  it('is refused before the upgrade to strangers, other origins, other protocols and other places', async () => {
    expect(await refused('nobody')).toBe(401);
    expect(await refused('eve')).toBe(404);
    expect(await refused('ana', { origin: 'https://evil.test' })).toBe(403);
    expect(await refused('ana', { protocol: 'other' })).toBe(400);
    expect(await refused('ana', { path: '/v1/sandboxes/x/terminal' })).toBe(404);
    expect(await refused('ana', { path: `${PATH}?access_token=x` })).toBe(400);
  });
});
