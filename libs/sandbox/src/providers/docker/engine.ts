import { request as http, type IncomingMessage } from 'node:http';
import { EffectFailed, Rejection } from '@foundry/messaging';
import { z } from 'zod';
import { wholeOf } from '../../machine/chunks.js';

const Problem = z.object({ message: z.string() });
const Versions = z.object({ ApiVersion: z.string(), MinAPIVersion: z.string().optional() });
/** Versions 1.x of the API that these calls were compared with: Docker 20.10, and the newest. */
const OLDEST = 41;
const NEWEST = 55;
const USUAL_MS = 30_000;

/** The engine refuses for a reason that waiting does not mend. */
export class EngineRefused extends Rejection {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super('docker.refused', 'conflict', `Docker: ${message}`);
  }
}

/** Where the engine listens: a socket of this host, or an address. */
function placeOf(host: string): { socketPath: string } | { host: string; port: number } {
  if (host.startsWith('unix://')) return { socketPath: host.slice('unix://'.length) };
  const { hostname, port } = new URL(host.replace(/^tcp:/, 'http:'));
  return { host: hostname, port: port === '' ? 2375 : Number(port) };
}

/** The few calls of Docker's Engine API that machines need. */
export class DockerEngine {
  private readonly place: ReturnType<typeof placeOf>;
  /** What the engine and these calls have in common; null: it was not asked yet, or is another one by now. */
  private version: string | null = null;

  constructor(host: string) {
    this.place = placeOf(host);
  }

  /** The answer as JSON, or null for an empty one. `missing`: what 404 means, if it is no failure. */
  async call<S extends z.ZodType>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    answer: S,
    options: { body?: unknown; raw?: Buffer; abort: AbortSignal; fine?: readonly number[]; timeoutMs?: number },
  ): Promise<z.output<S> | null> {
    this.version ??= await this.agreed(options.abort);
    const { status, body } = await this.send(method, `/${this.version}${path}`, options);
    if (status === 404 || (options.fine ?? []).includes(status)) return null;
    const parsed: unknown = body.length === 0 ? null : parse(body);
    if (status < 400) return answer.parse(parsed);
    const message = Problem.safeParse(parsed).data?.message ?? `it answered ${String(status)}`;
    if (status >= 500) throw new EffectFailed('docker.failed', `Docker: ${message}`);
    // The engine was updated since it was asked.
    if (/client version/i.test(message)) this.version = null;
    throw new EngineRefused(status, message);
  }

  /** Engines refuse versions of the API that they do not know, and those that they have forgotten. */
  private async agreed(abort: AbortSignal): Promise<string> {
    const { status, body } = await this.send('GET', '/version', { abort });
    const said = Versions.safeParse(parse(body)).data;
    if (status !== 200 || !said) throw new EffectFailed('docker.failed', 'Docker does not say which version it has.');
    const newest = minorOf(said.ApiVersion);
    const chosen = Math.min(newest, NEWEST);
    if (chosen < OLDEST || chosen < minorOf(said.MinAPIVersion ?? '1.0')) {
      throw new EngineRefused(
        400,
        `its API ${said.ApiVersion} is none that Foundry knows (1.41 to 1.${String(NEWEST)})`,
      );
    }
    return `v1.${String(chosen)}`;
  }

  private async send(
    method: string,
    path: string,
    {
      body,
      raw,
      abort,
      timeoutMs = USUAL_MS,
    }: { body?: unknown; raw?: Buffer; abort: AbortSignal; timeoutMs?: number },
  ): Promise<{ status: number; body: Buffer }> {
    const content = raw ?? (body === undefined ? null : Buffer.from(JSON.stringify(body)));
    const headers = {
      Host: 'docker',
      ...(content === null
        ? {}
        : {
            'Content-Type': raw === undefined ? 'application/json' : 'application/x-tar',
            'Content-Length': String(content.length),
          }),
    };
    const signal = AbortSignal.any([abort, AbortSignal.timeout(timeoutMs)]);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = http({ ...this.place, method, path, headers, signal }, resolve);
      sent.on('error', (error) => {
        reject(
          new EffectFailed('docker.unreachable', `Docker does not answer: ${error.message}`, null, { cause: error }),
        );
      });
      sent.end(content ?? undefined);
    });
    return { status: response.statusCode ?? 0, body: await wholeOf(response) };
  }
}

const minorOf = (version: string): number => Number(version.split('.')[1] ?? 0);

function parse(body: Buffer): unknown {
  const text = body.toString();
  try {
    return JSON.parse(text);
  } catch (error) {
    // Pulling answers with one object a line, and start with text.
    if (error instanceof SyntaxError) return { message: text.slice(0, 500) };
    throw error;
  }
}
