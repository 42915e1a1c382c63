import { type ClientRequest, request as http, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as https } from 'node:https';
import { EffectFailed, type Secret } from '@foundry/messaging';
import { z } from 'zod';
import type { Endpoint } from '../providers/provider.js';
import { chunksOf } from './chunks.js';
import { jsonOrNull } from './server-answers.js';

/** The agent server said no. `detail` is its own words, `type` the name of its reason when it has one. */
export class AgentServerRefused extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly type: string | null = null,
  ) {
    super(`The agent server answered ${String(status)}: ${detail}`);
    this.name = 'AgentServerRefused';
  }
}

/** The file or answer is larger than was asked for. */
export class AnswerTooLarge extends Error {
  constructor() {
    super('The answer is larger than was asked for.');
    this.name = 'AnswerTooLarge';
  }
}

/** Nothing came in the time that was given. */
class TooQuiet extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(ms: number) {
    super(`nothing came for ${String(ms / 1_000)} seconds`);
    this.name = 'TooQuiet';
  }
}

const Problem = z.object({ detail: z.string(), type: z.string().optional() });
const JSON_TYPE = { 'Content-Type': 'application/json' };
const USUAL_MS = 10_000;
const PROBLEM_BYTES = 64 * 1024;

/** A request with an answer that is read whole. */
export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string | number>;
  json?: unknown;
  raw?: Uint8Array;
  /** Until the answer is whole. */
  timeoutMs?: number;
  abort?: AbortSignal | undefined;
  /** Of the answer. */
  maxBytes?: number;
}

/** Requests to the agent server of one machine. What does not answer is `EffectFailed` `machine.unreachable`. */
export class ServerDoor {
  constructor(
    private readonly endpoint: Endpoint,
    private readonly token: Secret,
  ) {}

  /** The body of the answer. Throws `AgentServerRefused`, `AnswerTooLarge`. */
  async call(call: Call): Promise<Buffer> {
    const { timeoutMs = USUAL_MS, maxBytes = 1024 * 1024 } = call;
    const limit = AbortSignal.timeout(timeoutMs);
    const abort = call.abort ? AbortSignal.any([call.abort, limit]) : limit;
    const sent = this.send({ ...call, abort }, call.json === undefined ? {} : JSON_TYPE);
    const response = await answerTo(sent);
    const body = await read(response, maxBytes);
    if (!isRefusal(response)) return body;
    throw refusal(response, body);
  }

  /** Events as they come, until nothing came for `quietMs`: reading then throws. Throws `AgentServerRefused`. */
  async stream(
    {
      query = {},
      headers = {},
      ...call
    }: Pick<Call, 'path' | 'query' | 'abort'> & { headers?: Record<string, string> },
    quietMs: number | null = null,
  ): Promise<IncomingMessage> {
    const sent = this.send({ method: 'GET', query, ...call }, { ...headers, Accept: 'text/event-stream' }, USUAL_MS);
    const response = await answerTo(sent);
    if (isRefusal(response)) throw refusal(response, await read(response, PROBLEM_BYTES));
    sent.removeAllListeners('timeout');
    response.setTimeout(quietMs ?? 0);
    if (quietMs !== null) {
      sent.on('timeout', () => response.destroy(new TooQuiet(quietMs)));
    }
    return response;
  }

  /**
   * A request whose answer may come in hours, and does not matter unless it is a refusal. `onSent` is called when all of
   * it was handed over; until then ten seconds without progress are too many.
   */
  async post(call: Pick<Call, 'path' | 'query' | 'json' | 'abort'>, onSent: () => void): Promise<void> {
    const sent = this.send({ method: 'POST', ...call }, JSON_TYPE, USUAL_MS);
    sent.once('finish', () => {
      sent.setTimeout(0);
      onSent();
    });
    const response = await answerTo(sent);
    if (isRefusal(response)) throw refusal(response, await read(response, PROBLEM_BYTES));
    response.resume();
  }

  private send(call: Call, headers: Record<string, string>, quietMs?: number): ClientRequest {
    const { method, path, query = {}, abort } = call;
    const body = bodyOf(call);
    const url = new URL(`${this.endpoint.url}${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const options: RequestOptions = {
      method,
      // A connection of its own: one that is kept may be half-open after the machine slept.
      agent: false,
      ...(abort ? { signal: abort } : {}),
      ...(quietMs === undefined ? {} : { timeout: quietMs }),
      headers: {
        ...this.endpoint.headers,
        ...headers,
        Authorization: `Bearer ${this.token.reveal()}`,
        ...(body === null ? {} : { 'Content-Length': String(body.length) }),
      },
    };
    const sent = (url.protocol === 'https:' ? https : http)(url, options);
    if (quietMs !== undefined) sent.on('timeout', () => sent.destroy(new TooQuiet(quietMs)));
    return sent.end(body ?? undefined);
  }
}

function bodyOf({ json, raw }: Call): Uint8Array | null {
  if (raw !== undefined) return raw;
  return json === undefined ? null : Buffer.from(JSON.stringify(json));
}

/** A request always has somebody who hears of its failure, also after its answer began. */
function answerTo(sent: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.once('response', resolve);
    sent.on('error', (error) => {
      reject(unreachable(error));
    });
  });
}

const isRefusal = ({ statusCode = 0 }: IncomingMessage): boolean => statusCode >= 400;

function refusal({ statusCode = 0 }: IncomingMessage, body: Buffer): AgentServerRefused {
  const { data } = Problem.safeParse(jsonOrNull(body));
  return new AgentServerRefused(statusCode, data?.detail ?? body.toString('utf8', 0, 200), data?.type ?? null);
}

const unreachable = (cause: Error): EffectFailed =>
  new EffectFailed('machine.unreachable', `The machine does not answer: ${cause.message}`, null, { cause });

async function read(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of chunksOf(response)) {
      size += part.length;
      if (size > maxBytes) throw new AnswerTooLarge();
      parts.push(part);
    }
  } catch (error) {
    response.destroy();
    if (error instanceof AnswerTooLarge) throw error;
    throw unreachable(error instanceof Error ? error : new Error(String(error)));
  }
  return Buffer.concat(parts);
}
