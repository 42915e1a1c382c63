import { randomUUID } from 'node:crypto';
import { type IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { BootError, EffectFailed, Rejection, Unavailable } from '@foundry/messaging';
import { REALTIME_CLOSE } from '@foundry/messaging/contracts';
import { TERMINAL_PROTOCOL, TerminalDoor } from '@foundry/sandbox/contracts';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  Optional,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { WebSocketServer } from 'ws';
import { AuthenticatesSocket, type SocketCaller } from '../opening/authenticates-socket.js';
import { judgeOpening } from '../opening/opening.js';
import { allowedOrigins } from '../opening/origin.js';
import { type OpeningRefusal, refuseOpening } from '../opening/refusal.js';
import { RealtimeLog } from '../realtime-log.js';
import { RealtimeOptions } from '../realtime-options.js';
import { TerminalSocket } from './terminal-socket.js';

const REALTIME_PATH = '/v1/realtime';
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PATH = new RegExp(`^/v1/sandboxes/(${UUID})/processes/(${UUID})/terminal$`);
const INPUT_BYTES = 64 * 1024;

const NOT_HERE: OpeningRefusal = { status: 404, code: 'resource.not_found', detail: 'There is no socket here.' };
const AWAY: OpeningRefusal = {
  status: 503,
  code: 'unavailable',
  detail: 'The machine does not answer now; try again.',
  headers: { 'Retry-After': '5' },
};

const isServer = (value: unknown): value is Server => value instanceof Server;

/** Sockets of terminals: judged like those of realtime, each with a connection of its own to its machine. */
@Injectable()
export class TerminalGateway implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly door = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: INPUT_BYTES,
    handleProtocols: () => TERMINAL_PROTOCOL,
  });
  private readonly open = new Set<TerminalSocket>();
  private readonly origins: ReadonlySet<string>;

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly authentication: AuthenticatesSocket,
    private readonly log: RealtimeLog,
    { publicUrls }: RealtimeOptions,
    @Optional() @Inject(TerminalDoor) private readonly terminals: TerminalDoor | null = null,
  ) {
    this.origins = allowedOrigins(publicUrls);
  }

  onApplicationBootstrap(): void {
    // An installation without the module of sandboxes has no terminals.
    if (!this.terminals) return;
    const http: unknown = this.adapterHost.httpAdapter.getHttpServer();
    if (!isServer(http)) throw new BootError('Terminals need an HTTP server; start the API with one.');
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const path = (request.url ?? '').split('?', 1)[0] ?? '';
      if (path === REALTIME_PATH) return;
      this.enter(request, socket, head, path).catch((error: unknown) => {
        this.log.error({ error }, 'terminal not opened');
        socket.destroy();
      });
    });
  }

  beforeApplicationShutdown(): void {
    for (const socket of this.open) socket.close(REALTIME_CLOSE.stopping, 'This instance stops; open it again.');
    this.door.close();
  }

  private async enter(request: IncomingMessage, socket: Duplex, head: Buffer, path: string): Promise<void> {
    const onError = (): void => {
      socket.destroy();
    };
    socket.on('error', onError);
    const [, sandboxId, processId] = PATH.exec(path) ?? [];
    if (sandboxId === undefined || processId === undefined) {
      refuseOpening(socket, NOT_HERE, randomUUID());
      return;
    }
    const verdict = await judgeOpening(request, this.origins, this.authentication, TERMINAL_PROTOCOL).catch(
      (error: unknown) => {
        if (error instanceof Unavailable) return { refusal: AWAY };
        throw error;
      },
    );
    if ('refusal' in verdict) {
      refuseOpening(socket, verdict.refusal, randomUUID());
      return;
    }
    const caller = 'caller' in verdict ? verdict.caller : null;
    const found = caller && (await this.find(caller, sandboxId, processId));
    if (found && 'refusal' in found) {
      refuseOpening(socket, found.refusal, randomUUID());
      return;
    }
    this.door.handleUpgrade(request, socket, head, (webSocket) => {
      socket.off('error', onError);
      if (!caller || !found) {
        webSocket.on('error', () => {
          webSocket.terminate();
        });
        webSocket.close(REALTIME_CLOSE.signedOut, 'Sign in first.');
        return;
      }
      const terminal = new TerminalSocket(webSocket, found.terminal, caller, this.authentication, this.log);
      this.open.add(terminal);
      void terminal.run().finally(() => this.open.delete(terminal));
    });
  }

  /** A terminal that is not there, one of strangers, and a machine that is away. */
  private async find({ subscriber }: SocketCaller, sandboxId: string, processId: string) {
    if (!this.terminals) return { refusal: NOT_HERE };
    try {
      const terminal = await this.terminals.open(subscriber, sandboxId, processId);
      return terminal ? { terminal } : { refusal: NOT_HERE };
    } catch (error) {
      if (error instanceof EffectFailed) return { refusal: AWAY };
      if (!(error instanceof Rejection)) throw error;
      const { code, message: detail } = error;
      return { refusal: { status: error.kind === 'missing' ? 404 : 409, code, detail } as const };
    }
  }
}
