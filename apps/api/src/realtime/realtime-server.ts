import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Unavailable } from '@foundry/messaging';
import { type ClientFrame, REALTIME_CLOSE, REALTIME_PROTOCOL } from '@foundry/messaging/contracts';
import { type WebSocket, WebSocketServer } from 'ws';
import { COMPRESS_ABOVE_BYTES, type RealtimeSettings } from './limits.js';
import type { AuthenticatesSocket, SocketCaller } from './opening/authenticates-socket.js';
import { judgeOpening, type Verdict } from './opening/opening.js';
import { type OpeningRefusal, refuseOpening } from './opening/refusal.js';
import type { Viewing } from './presence/viewing.js';
import type { RealtimeLog } from './realtime-log.js';
import type { RealtimeMetrics } from './realtime-metrics.js';
import { FoundryWebSocket } from './sockets/foundry-web-socket.js';
import type { OpenSocket, OpenSockets } from './sockets/open-sockets.js';
import { RealtimeSocket } from './sockets/realtime-socket.js';
import { SocketTopics, type TopicsContext } from './sockets/socket-topics.js';

export interface ServerParts {
  /** Named in `hello`, so that a person can say which instance they were on. */
  instance: string;
  origins: ReadonlySet<string>;
  settings: RealtimeSettings;
  authentication: AuthenticatesSocket;
  sockets: OpenSockets;
  topics: TopicsContext;
  metrics: RealtimeMetrics;
  log: RealtimeLog;
  viewing: Viewing;
}

const PATH = '/v1/realtime';
const BUSY: OpeningRefusal = {
  status: 503,
  code: 'unavailable',
  detail: 'This instance takes no more connections now; try again.',
  headers: { 'Retry-After': '5' },
};
const NOT_HERE: OpeningRefusal = { status: 404, code: 'resource.not_found', detail: 'There is no socket here.' };

/** The door: judges upgrades on the API's HTTP server and gives each socket its place. */
export class RealtimeServer {
  readonly #door: WebSocketServer;
  #http: Server | null = null;
  #isStopping = false;

  constructor(private readonly parts: ServerParts) {
    this.#door = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      WebSocket: FoundryWebSocket,
      maxPayload: parts.settings.frameBytes,
      handleProtocols: () => REALTIME_PROTOCOL,
      perMessageDeflate: {
        threshold: COMPRESS_ABOVE_BYTES,
        serverNoContextTakeover: true,
        clientNoContextTakeover: true,
      },
    });
  }

  attach(http: Server): void {
    this.#http = http;
    http.on('upgrade', this.#onUpgrade);
  }

  /** No new sockets from here on; those that are open stay. */
  stopAccepting(): void {
    this.#isStopping = true;
  }

  close(): void {
    this.#http?.off('upgrade', this.#onUpgrade);
    this.#door.close();
  }

  readonly #onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== PATH) {
      // nobody else listens for upgrades: an unanswered one would stay open for ever
      if (this.#http?.listenerCount('upgrade') === 1) refuseOpening(socket, NOT_HERE, randomUUID());
      return;
    }
    this.#open(request, socket, head).catch((error: unknown) => {
      this.parts.log.error({ path, error }, 'socket not opened');
      socket.destroy();
    });
  };

  async #open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const onError = (): void => {
      socket.destroy();
    };
    socket.on('error', onError);
    const verdict = await this.#judge(request);
    if ('refusal' in verdict) {
      const requestId = randomUUID();
      const { status, code } = verdict.refusal;
      this.parts.log.info({ requestId, path: PATH, status, code }, 'socket refused');
      refuseOpening(socket, verdict.refusal, requestId);
      return;
    }
    this.#door.handleUpgrade(request, socket, head, (webSocket) => {
      socket.off('error', onError);
      if ('signedOut' in verdict) this.#turnAway(webSocket, REALTIME_CLOSE.signedOut, 'Sign in first.');
      else this.#welcome(webSocket, verdict.caller);
    });
  }

  async #judge(request: IncomingMessage): Promise<Verdict> {
    const { settings, sockets, origins, authentication } = this.parts;
    const isFull = (): boolean => this.#isStopping || sockets.size >= settings.socketsPerInstance;
    if (isFull()) return { refusal: BUSY };
    try {
      const verdict = await judgeOpening(request, origins, authentication);
      return isFull() ? { refusal: BUSY } : verdict;
    } catch (error) {
      if (error instanceof Unavailable) return { refusal: BUSY };
      throw error;
    }
  }

  #turnAway(webSocket: WebSocket, code: number, reason: string): void {
    webSocket.on('error', () => {
      webSocket.terminate();
    });
    this.parts.metrics.closes.inc({ code: String(code) });
    webSocket.close(code, reason);
  }

  #welcome(webSocket: WebSocket, caller: SocketCaller): void {
    const { settings, sockets, metrics, log, instance } = this.parts;
    const { userId } = caller.subscriber.actor;
    if (sockets.of(userId).length >= settings.socketsPerUser) {
      this.#turnAway(webSocket, REALTIME_CLOSE.tooManySockets, 'Too many sockets; close another tab.');
      return;
    }
    const socket = new RealtimeSocket(webSocket, caller, settings, log);
    const open = { socket, topics: new SocketTopics(socket, this.parts.topics) };
    sockets.add(open);
    metrics.socketsOpen.inc();
    socket.listen({
      onFrame: (frame) => {
        this.#answer(open, frame);
      },
      onClose: (code) => {
        this.#farewell(open, code);
      },
    });
    socket.tell({
      op: 'hello',
      connectionId: socket.connectionId,
      userId,
      instance,
      serverTime: new Date().toISOString(),
      heartbeatSeconds: Math.ceil(settings.heartbeatMs / 1000),
      limits: {
        topics: settings.topicsPerSocket,
        frameBytes: settings.frameBytes,
        framesPerSecond: settings.framesPerSecond,
        burst: settings.burst,
      },
    });
  }

  #answer(open: OpenSocket, frame: ClientFrame): void {
    const { socket, topics } = open;
    switch (frame.op) {
      case 'subscribe':
        topics.subscribe(frame);
        break;
      case 'unsubscribe':
        topics.unsubscribe(frame);
        break;
      case 'ping':
        socket.tell({ op: 'pong', n: frame.n, serverTime: new Date().toISOString() });
        break;
      case 'presence':
        this.parts.viewing.note(open, frame, Date.now());
        break;
    }
  }

  #farewell(open: OpenSocket, code: number): void {
    const { sockets, metrics, log } = this.parts;
    const { subscribes, all } = open.topics;
    open.topics.endAll();
    this.parts.viewing.forget(open);
    sockets.remove(open);
    metrics.socketsOpen.dec();
    metrics.closes.inc({ code: String(code) });
    log.info({ ...open.socket.summary(), topics: all.length, subscribes, code }, 'socket');
  }
}
