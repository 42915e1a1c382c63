import { describe, expect, it } from '@jest/globals';
import type { ServerFrame, TopicChange } from '../contracts/realtime.js';
import { RealtimeClient } from './realtime-client.js';
import type { ClientClock, SocketLike } from './socket-like.js';

class FakeSocket implements SocketLike {
  readonly sent: unknown[] = [];
  isClosed = false;
  readonly #listeners = new Map<string, (event: { data: unknown; code: number }) => void>();
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.isClosed = true;
  }
  addEventListener(type: string, listener: (event: { data: unknown; code: number }) => void): void {
    this.#listeners.set(type, listener);
  }
  tell(frame: ServerFrame | { op: string }): void {
    this.#listeners.get('message')?.({ data: JSON.stringify(frame), code: 0 });
  }
  end(code: number): void {
    this.#listeners.get('close')?.({ data: null, code });
  }
  hello(): void {
    const limits = { topics: 50, frameBytes: 1, framesPerSecond: 1, burst: 1 };
    const serverTime = '2030-01-01T12:00:00.000Z';
    const connectionId = '7d3f2a52-7f0e-4b62-9a3e-1f1f5a0f6a11';
    this.tell({ op: 'hello', connectionId, userId: '1', instance: 'a', serverTime, heartbeatSeconds: 20, limits });
  }
}

/** Waits are listed and run by hand. */
class FakeClock implements ClientClock {
  readonly waits: { ms: number; act: () => void }[] = [];
  after(ms: number, act: () => void): () => void {
    const wait = { ms, act };
    this.waits.push(wait);
    return () => {
      if (this.waits.includes(wait)) this.waits.splice(this.waits.indexOf(wait), 1);
    };
  }
  random(): number {
    return 0.5;
  }
  pass(): number {
    const wait = this.waits.shift();
    wait?.act();
    return wait?.ms ?? -1;
  }
}

const topic = 'task:1';

function connected() {
  const sockets: FakeSocket[] = [];
  const clock = new FakeClock();
  const states: string[] = [];
  const applied: number[] = [];
  const connect = (): FakeSocket => {
    const socket = new FakeSocket();
    sockets.push(socket);
    return socket;
  };
  const client = new RealtimeClient({ connect, clock, onState: (state) => states.push(state) });
  client.subscribe(topic, {
    replace: () => applied.splice(0),
    apply: ({ version }: TopicChange) => applied.push(version),
  });
  client.connect();
  const socket = (index: number): FakeSocket => {
    const found = sockets[index];
    if (!found) throw new Error(`There is no socket ${String(index)}.`);
    return found;
  };
  const delta = (version: number) => ({ op: 'delta' as const, topic, type: 'task', version, data: null });
  socket(0).hello();
  socket(0).tell({ op: 'snapshot', id: 1, topic, version: 5, data: {} });
  return { client, clock, states, applied, sockets, socket, delta };
}

describe('the client', () => {
  it('subscribes after hello, and again with its version after a lost socket', () => {
    const { socket, delta, clock, sockets } = connected();
    expect(socket(0).sent).toEqual([{ op: 'subscribe', id: 1, topic }]);
    socket(0).tell(delta(6));
    socket(0).end(1006);
    expect(sockets).toHaveLength(1);
    expect(clock.pass()).toBe(250);
    socket(1).hello();
    expect(socket(1).sent).toEqual([{ op: 'subscribe', id: 2, topic, since: 6 }]);
  });

  it('says who looks at what the server has shown, again after a lost socket, until they are away', () => {
    const { client, socket, clock } = connected();
    client.present('task:2', 'viewing');
    client.present(topic, 'viewing');
    const viewing = { op: 'presence', topic, state: 'viewing' };
    expect(socket(0).sent.slice(1)).toEqual([viewing]);
    socket(0).end(1006);
    client.present(topic, 'typing');
    clock.pass();
    socket(1).hello();
    expect(socket(1).sent).toHaveLength(1);
    socket(1).tell({ op: 'resumed', id: 2, topic, from: 5, version: 5, changes: [] });
    expect(socket(1).sent.slice(1)).toEqual([{ ...viewing, state: 'typing' }]);
    client.present(topic, 'away');
    expect(socket(1).sent.at(-1)).toEqual({ ...viewing, state: 'away' });
    socket(1).end(1006);
    clock.pass();
    socket(2).hello();
    socket(2).tell({ op: 'resumed', id: 3, topic, from: 5, version: 5, changes: [] });
    expect(socket(2).sent).toHaveLength(1);
  });

  it('waits longer after each failed attempt, at most 30 s', () => {
    const { socket, clock, sockets } = connected();
    const waits = Array.from({ length: 8 }, () => {
      socket(sockets.length - 1).end(1006);
      return clock.pass();
    });
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it.each([
    [4001, ['connecting', 'open', 'stopped']],
    [4008, ['connecting', 'open', 'waiting']],
  ])('after close %i is %j', (code, expected) => {
    const { socket, states } = connected();
    socket(0).end(code);
    expect(states).toEqual(expected);
  });

  it('gives up when its frames are not understood twice', () => {
    const { socket, states, clock } = connected();
    socket(0).end(4000);
    clock.pass();
    socket(1).hello();
    socket(1).end(4000);
    expect(states.at(-1)).toBe('stopped');
  });

  it('ignores deltas and answers of a subscribe that it has repeated', () => {
    const { client, socket, applied, delta } = connected();
    client.subscribe(topic, { replace: () => undefined, apply: ({ version }) => applied.push(version) });
    socket(0).tell(delta(6));
    socket(0).tell({ op: 'snapshot', id: 1, topic, version: 6, data: {} });
    expect(applied).toEqual([]);
    socket(0).tell({ op: 'snapshot', id: 2, topic, version: 7, data: {} });
    socket(0).tell(delta(8));
    expect(applied).toEqual([8]);
  });

  it('asks by itself when a gap is not repaired for a second', () => {
    const { socket, clock, delta, applied } = connected();
    socket(0).tell(delta(8));
    expect(socket(0).sent).toHaveLength(1);
    expect(clock.pass()).toBe(1_000);
    expect(socket(0).sent.at(-1)).toEqual({ op: 'subscribe', id: 2, topic, since: 5 });
    const changes = [6, 7].map((version) => ({ version, type: 'task', data: null }));
    socket(0).tell({ op: 'resumed', id: 2, topic, from: 5, version: 7, changes });
    expect(applied).toEqual([6, 7, 8]);
  });

  it('opens a new socket before it leaves an instance that stops', () => {
    const { socket, clock, sockets } = connected();
    socket(0).tell({ op: 'notice', kind: 'reconnect', afterMs: 1_234 });
    expect(clock.pass()).toBe(1_234);
    expect([sockets.length, socket(0).isClosed]).toEqual([2, true]);
    socket(1).hello();
    expect(socket(1).sent).toEqual([{ op: 'subscribe', id: 2, topic, since: 5 }]);
  });

  it('replaces a socket that is dead after a long sleep, and keeps one that answers', () => {
    const { client, socket, clock, sockets } = connected();
    client.wake();
    socket(0).tell({ op: 'pong', n: 2, serverTime: '2030-01-01T12:00:00.000Z' });
    expect(clock.waits).toEqual([]);
    client.wake();
    expect(clock.pass()).toBe(3_000);
    expect(sockets).toHaveLength(2);
  });

  it('gives up an attempt that nobody answers, and tries again', () => {
    const { clock, sockets, socket, states } = connected();
    socket(0).end(1006);
    clock.pass();
    expect(clock.pass()).toBe(15_000);
    expect(socket(1).isClosed).toBe(true);
    expect(states.at(-1)).toBe('waiting');
    clock.pass();
    socket(2).hello();
    expect([sockets.length, clock.waits.length, states.at(-1)]).toEqual([3, 0, 'open']);
  });

  it('forgets a topic that was revoked, and takes no notice of frames it does not know', () => {
    const { client, socket } = connected();
    socket(0).tell({ op: 'confetti' });
    socket(0).tell({ op: 'revoked', topic, code: 'forbidden' });
    expect(client.version(topic)).toBeNull();
  });
});
