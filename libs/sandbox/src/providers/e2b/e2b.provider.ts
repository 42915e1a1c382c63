import type { Sandbox as E2bSandbox, SandboxInfo } from 'e2b';
import { baseEnvironment } from '../../machine/environment.js';
import { serveScript } from '../../machine/serve-script.js';
import type {
  Endpoint,
  Found,
  Made,
  MachineCondition,
  MachineProvider,
  MachineSpec,
  ServerStart,
} from '../provider.js';
import { labelled, labelsOf } from '../labels.js';
import { serverAnswers, untilServerAnswers } from '../server-answers.js';
import { failureOf, isGone, isLifeRefused } from './e2b-failure.js';

/** What is used of the SDK. */
interface Sdk {
  Sandbox: typeof E2bSandbox;
}

export interface E2bOptions {
  apiKey: string;
  /** Other addresses than E2B's own; null: those. */
  apiUrl: string | null;
  sandboxUrl: string | null;
  template: string;
}

const HOME = '/home/user';
const PORT = 3000;
const LIFE_MS = 60 * 60_000;
/**
 * Machines at E2B through its SDK, which is loaded when it is first needed. Every machine has a life of an hour that is
 * extended; at its end it is paused and nothing but us wakes it. Its ports answer only with a token of E2B's and ours.
 */
export class E2bProvider implements MachineProvider {
  readonly name = 'e2b';
  readonly lifeMs = LIFE_MS;

  constructor(private readonly options: E2bOptions) {}

  async create({ labels }: MachineSpec, abort: AbortSignal): Promise<Made> {
    const sandbox = await this.ask(({ Sandbox }) =>
      Sandbox.create(this.options.template, {
        ...this.connection(abort),
        timeoutMs: LIFE_MS,
        metadata: labelled(labels),
        network: { allowPublicTraffic: false },
        lifecycle: { onTimeout: 'pause', autoResume: false },
      }),
    );
    return { ref: sandbox.sandboxId, ...MADE, expiresAt: new Date(Date.now() + LIFE_MS) };
  }

  async find(
    wanted: { instance: string; sandbox?: string; generation?: number },
    abort: AbortSignal,
  ): Promise<Found[]> {
    const metadata = labelled(wanted);
    return this.ask(async ({ Sandbox }) => {
      const pages = Sandbox.list({ ...this.plain(), query: { metadata } });
      const found: Found[] = [];
      while (pages.hasNext && !abort.aborted) found.push(...(await pages.nextItems()).flatMap(foundOf));
      return found;
    });
  }

  async describe(ref: string, abort: AbortSignal): Promise<Made> {
    const info = await this.info(ref, abort);
    return { ref, ...MADE, expiresAt: info?.endAt ?? null };
  }

  async inspect(ref: string, abort: AbortSignal): Promise<MachineCondition> {
    const info = await this.info(ref, abort);
    return info ? { state: info.state, expiresAt: info.endAt } : { state: 'gone' };
  }

  async extend(ref: string, ms: number, abort: AbortSignal): Promise<Date | 'refused'> {
    const info = await this.info(ref, abort);
    const wanted = new Date(Date.now() + ms);
    if (info && info.endAt >= wanted) return info.endAt;
    try {
      await this.ask(({ Sandbox }) => Sandbox.setTimeout(ref, ms, this.connection(abort)), true);
      return wanted;
    } catch (error) {
      if (isLifeRefused(error)) return 'refused';
      throw failureOf(error);
    }
  }

  async pause(ref: string, abort: AbortSignal): Promise<void> {
    await this.ask(({ Sandbox }) => Sandbox.pause(ref, this.connection(abort)));
  }

  async resume(ref: string, abort: AbortSignal): Promise<{ ref: string; expiresAt: Date }> {
    const sandbox = await this.connect(ref, abort);
    return { ref: sandbox.sandboxId, expiresAt: new Date(Date.now() + LIFE_MS) };
  }

  async ensureServer(ref: string, start: ServerStart, abort: AbortSignal): Promise<Endpoint> {
    const sandbox = await this.connect(ref, abort);
    const endpoint = this.endpoint(sandbox);
    if (start.restart !== true && (await serverAnswers(endpoint, start.token, abort))) return endpoint;
    const envs = { ...baseEnvironment(HOME), ...start.environment, AGENT_TOKEN: start.token };
    await this.ask(async () => {
      const running = await sandbox.commands.run(serveScript(PORT), {
        background: true,
        envs,
        cwd: HOME,
        timeoutMs: 0,
      });
      // It goes on by itself; a stream that is kept would break when the machine sleeps.
      await running.disconnect();
    });
    await untilServerAnswers(endpoint, start.token, abort);
    return endpoint;
  }

  /** False means that it was gone. */
  async destroy(ref: string, abort: AbortSignal): Promise<void> {
    await this.ask(({ Sandbox }) => Sandbox.kill(ref, this.connection(abort)));
  }

  private async info(ref: string, abort: AbortSignal): Promise<SandboxInfo | null> {
    try {
      return await this.ask(({ Sandbox }) => Sandbox.getInfo(ref, this.connection(abort)), true);
    } catch (error) {
      if (isGone(error)) return null;
      throw failureOf(error);
    }
  }

  /** Wakes it when it is paused, and never shortens its life. */
  private connect(ref: string, abort: AbortSignal): Promise<E2bSandbox> {
    return this.ask(({ Sandbox }) => Sandbox.connect(ref, { ...this.connection(abort), timeoutMs: LIFE_MS }));
  }

  private endpoint(sandbox: E2bSandbox): Endpoint {
    const { trafficAccessToken: traffic } = sandbox;
    const headers: Record<string, string> = traffic === undefined ? {} : { 'e2b-traffic-access-token': traffic };
    if (this.options.sandboxUrl === null) return { url: `https://${sandbox.getHost(PORT)}`, headers };
    // One address for all machines: which one is meant is said in the headers.
    const place = { 'E2b-Sandbox-Id': sandbox.sandboxId, 'E2b-Sandbox-Port': String(PORT) };
    return { url: this.options.sandboxUrl.replace(/\/+$/, ''), headers: { ...headers, ...place } };
  }

  private plain() {
    const { apiKey, apiUrl, sandboxUrl } = this.options;
    return {
      apiKey,
      // The kernel tries again, and knows how often.
      retries: 0,
      ...(apiUrl === null ? {} : { apiUrl }),
      ...(sandboxUrl === null ? {} : { sandboxUrl }),
    };
  }

  private connection(signal: AbortSignal) {
    return { ...this.plain(), signal };
  }

  /** `asIs`: whoever calls tells the errors apart. */
  private async ask<T>(work: (sdk: Sdk) => Promise<T>, asIs = false): Promise<T> {
    const { Sandbox } = await import('e2b');
    try {
      return await work({ Sandbox });
    } catch (error) {
      throw asIs ? error : failureOf(error);
    }
  }
}

const MADE = { home: HOME, isolation: 'virtual machine' as const };

function foundOf({ sandboxId: ref, metadata }: Pick<SandboxInfo, 'sandboxId' | 'metadata'>): Found[] {
  const labels = labelsOf(metadata);
  return labels ? [{ ref, labels }] : [];
}
