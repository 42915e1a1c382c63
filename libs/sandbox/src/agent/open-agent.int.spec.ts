import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Secret } from '@foundry/messaging';
import { eventually } from '@foundry/messaging/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgentNews } from '../contracts/index.js';
import { AgentServer } from '../machine/agent-server.js';
import { AGENT_TIMINGS } from './agent-timings.js';
import { openAgent } from './open-agent.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A door that does what the real server does only when something is wrong on the way to it. */
let door: Server;
let url: string;
let onPost: Answer;
let onStream: Answer;
let streams: string[];
const abort = new AbortController();

const refuse =
  (status: number, detail: string, type = 'urn:sandbox-agent:error:stream_error'): Answer =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify({ type, detail }));
  };
const event = (id: number): string => `event: message\nid: ${String(id)}\ndata: {"n":${String(id)}}\n\n`;
const say =
  (...ids: number[]): Answer =>
  (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(`: heartbeat\n\n${ids.map(event).join('')}`);
  };

beforeEach(async () => {
  streams = [];
  onPost = (_, response) => response.writeHead(202).end();
  onStream = say();
  door = createServer((request, response) => {
    if (request.method === 'GET') {
      streams.push(String(request.headers['last-event-id']));
      onStream(request, response);
    } else request.resume().on('end', () => onPost(request, response));
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
});
afterEach(async () => {
  door.closeAllConnections();
  await new Promise((resolve) => door.close(resolve));
});

const open = (timings: Partial<typeof AGENT_TIMINGS> = {}) =>
  openAgent(new AgentServer({ url, headers: {} }, new Secret('t')), 's-1', undefined, { ...AGENT_TIMINGS, ...timings });

/** What is heard until `count` things were, or until it ends. */
async function hear(connection: ReturnType<typeof open>, count: number, after: number | null = null) {
  const heard: AgentNews[] = [];
  for await (const news of connection.news(after, abort.signal)) {
    heard.push(news);
    if (heard.length === count) break;
  }
  return heard;
}
const ids = (heard: AgentNews[]) => heard.map((news) => (news.kind === 'event' ? news.event.id : news));

describe('a request', () => {
  it('that is refused at once fails with what the server says', async () => {
    onPost = refuse(502, 'Broken pipe');
    await expect(open().request('1', 'session/prompt', {})).rejects.toMatchObject({
      code: 'agent.gone',
      message: expect.stringContaining('Broken pipe'),
    });
  });

  it('that is refused a little later fails where its answer is waited for', async () => {
    onPost = (request, response) => void wait(300).then(() => refuse(502, 'Broken pipe')(request, response));
    const connection = open();
    const heard = hear(connection, 1);
    await connection.request('1', 'session/prompt', {});
    await expect(heard).rejects.toMatchObject({ code: 'agent.gone' });
  });

  it('goes on when somebody on the way gives up waiting for its answer, or breaks the connection', async () => {
    onPost = (request, response) => void wait(300).then(() => refuse(504, 'Gateway time-out')(request, response));
    const stream: ServerResponse[] = [];
    onStream = (request, response) => {
      say(1)(request, response);
      stream.push(response);
    };
    const connection = open({ refusedMs: 200 });
    const heard = hear(connection, 2);
    await connection.request('1', 'session/prompt', {});
    const broken = new Promise<void>((resolve) => {
      onPost = (_, response) => {
        response.on('close', resolve);
        void wait(300).then(() => response.destroy());
      };
    });
    await connection.request('2', 'session/prompt', {});
    await broken;
    stream[0]?.write(event(2));
    expect(ids(await heard)).toEqual([1, 2]);
  });

  it('that cannot be sent fails', async () => {
    const connection = open();
    await new Promise((resolve) => door.close(resolve));
    await expect(connection.request('1', 'initialize', {})).rejects.toMatchObject({ code: 'machine.unreachable' });
  });
});

describe('news', () => {
  it('are read again from the last one after a silence, but heartbeats are none', async () => {
    let beats = 0;
    onStream = (request, response) => {
      say(1)(request, response);
      const beat = setInterval(() => {
        beats += 1;
        response.write(': heartbeat\n\n');
      }, 100);
      response.on('close', () => {
        clearInterval(beat);
      });
    };
    // More beats than fit into the silence; a process that stood still for five seconds would prove nothing.
    const connection = open({ quietMs: 5_000 });
    const heard = hear(connection, 2);
    await eventually(() => {
      expect(beats).toBeGreaterThan(60);
    });
    expect(streams).toEqual(['0']);
    onStream = say(2);
    door.closeAllConnections();
    expect(ids(await heard)).toEqual([1, 2]);
    const silent = hear(open({ quietMs: 100 }), 2, 1);
    await eventually(() => (streams.length >= 4 ? Promise.resolve() : Promise.reject(new Error('One stream.'))));
    onStream = say(2, 3);
    expect(ids(await silent)).toEqual([2, 3]);
  });

  it('end as unreachable when somebody else answers in the place of the server', async () => {
    onStream = refuse(404, 'no such sandbox', 'about:blank');
    await expect(hear(open({ giveUpMs: 200 }), 1)).rejects.toMatchObject({ code: 'machine.unreachable' });
    onStream = refuse(404, 'session not found', 'urn:sandbox-agent:error:session_not_found');
    expect(await hear(open(), 1)).toEqual([{ kind: 'exited', code: null, success: false }]);
  });

  it('end when nobody wants them any more', async () => {
    const leaving = new AbortController();
    const all = (async () => {
      for await (const news of open().news(null, leaving.signal)) throw new Error(news.kind);
    })();
    await eventually(() => (streams.length === 1 ? Promise.resolve() : Promise.reject(new Error('No stream.'))));
    leaving.abort();
    await expect(all).resolves.toBeUndefined();
  });
});
