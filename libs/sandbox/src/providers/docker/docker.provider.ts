import { EffectFailed, Rejection } from '@foundry/messaging';
import { z } from 'zod';
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
import { DockerEngine, EngineRefused } from './engine.js';

export interface DockerOptions {
  host: string;
  image: string;
  /** A network of docker that Foundry's own containers are on too; null: machines are reached on the host's loopback. */
  network: string | null;
}

const HOME = '/home/sandbox';
const PORT = 2468;
const PUBLISHED = `${String(PORT)}/tcp`;
const GIB = 1024 ** 3;
/** Until the agent server is started the container waits; it ends at once when it is told to. */
const WAITING = ['/bin/sh', '-c', 'trap "exit 0" TERM; while :; do sleep 3600 & wait $!; done'];

const Labels = z.record(z.string(), z.string()).nullish();
const Listed = z.array(z.object({ Id: z.string(), Labels }));
const Inspected = z.object({
  Id: z.string(),
  State: z.object({ Running: z.boolean(), Paused: z.boolean() }),
  NetworkSettings: z.object({
    Ports: z.record(z.string(), z.array(z.object({ HostIp: z.string(), HostPort: z.string() })).nullish()).nullish(),
    Networks: z.record(z.string(), z.object({ IPAddress: z.string() })).nullish(),
  }),
});
const Created = z.object({ Id: z.string() });
const Nothing = z.unknown();

class ImageMissing extends Rejection {
  constructor(image: string) {
    super('docker.image_missing', 'conflict', `Docker has no image ${image}; build or pull it, see the README.`);
  }
}

/**
 * Machines as containers through the Engine API: without capabilities, new privileges or root, within limits, and
 * reached on the host's loopback alone, or by those on the network that is named. The container stays when it stops; its
 * home is a volume.
 */
export class DockerProvider implements MachineProvider {
  readonly name = 'docker';
  readonly lifeMs = null;
  private readonly engine: DockerEngine;

  constructor(private readonly options: DockerOptions) {
    this.engine = new DockerEngine(options.host);
  }

  async create({ labels }: MachineSpec, abort: AbortSignal): Promise<Made> {
    const name = `foundry-${labels.sandbox}-g${String(labels.generation)}`;
    const body = {
      Image: this.options.image,
      Entrypoint: WAITING.slice(0, 1),
      Cmd: WAITING.slice(1),
      User: '1000:1000',
      WorkingDir: HOME,
      Hostname: 'sandbox',
      Labels: labelled(labels),
      Env: Object.entries(baseEnvironment(HOME)).map(([key, value]) => `${key}=${value}`),
      ExposedPorts: { [PUBLISHED]: {} },
      HostConfig: {
        Init: true,
        Privileged: false,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges'],
        NanoCpus: 2_000_000_000,
        Memory: 4 * GIB,
        MemorySwap: 4 * GIB,
        PidsLimit: 512,
        RestartPolicy: { Name: 'no' },
        AutoRemove: false,
        Mounts: [{ Type: 'volume', Source: name, Target: HOME, VolumeOptions: { Labels: labelled(labels) } }],
        ...reachedBy(this.options.network),
      },
    };
    const created = await this.engine.call('POST', `/containers/create?name=${name}`, Created, {
      body,
      abort,
      fine: [409],
    });
    const ref = created?.Id ?? (await this.byName(name, abort));
    await this.start(ref, abort);
    return { ref, ...MADE };
  }

  async find(
    wanted: { instance: string; sandbox?: string; generation?: number },
    abort: AbortSignal,
  ): Promise<Found[]> {
    const label = Object.entries(labelled(wanted)).map(([name, value]) => `${name}=${value}`);
    const filters = encodeURIComponent(JSON.stringify({ label }));
    const listed = await this.engine.call('GET', `/containers/json?all=true&filters=${filters}`, Listed, { abort });
    return (listed ?? []).flatMap(({ Id: ref, Labels: found }) => {
      const labels = labelsOf(found ?? {});
      return labels ? [{ ref, labels }] : [];
    });
  }

  describe(ref: string): Promise<Made> {
    return Promise.resolve({ ref, ...MADE });
  }

  async inspect(ref: string, abort: AbortSignal): Promise<MachineCondition> {
    const found = await this.look(ref, abort);
    if (!found) return { state: 'gone' };
    const { Running, Paused } = found.State;
    return { state: Paused ? 'paused' : Running ? 'running' : 'stopped', expiresAt: null };
  }

  extend(): Promise<null> {
    return Promise.resolve(null);
  }

  async pause(ref: string, abort: AbortSignal): Promise<void> {
    // 409: it is paused, or does not run.
    await this.engine.call('POST', `/containers/${ref}/pause`, Nothing, { abort, fine: [409] });
  }

  async resume(ref: string, abort: AbortSignal): Promise<{ ref: string; expiresAt: null }> {
    const found = await this.look(ref, abort);
    if (found?.State.Paused) {
      await this.engine.call('POST', `/containers/${ref}/unpause`, Nothing, { abort, fine: [409, 500] });
    } else await this.start(ref, abort);
    return { ref, expiresAt: null };
  }

  async ensureServer(ref: string, start: ServerStart, abort: AbortSignal): Promise<Endpoint> {
    await this.start(ref, abort);
    const endpoint = await this.endpoint(ref, abort);
    if (start.restart !== true && (await serverAnswers(endpoint, start.token, abort))) return endpoint;
    const environment = { ...baseEnvironment(HOME), ...start.environment, AGENT_TOKEN: start.token };
    await this.run(ref, { argv: ['/bin/sh', '-c', serveScript(PORT)], environment, abort });
    await untilServerAnswers(endpoint, start.token, abort);
    return endpoint;
  }

  async destroy(ref: string, abort: AbortSignal): Promise<void> {
    const found = await this.engine.call('GET', `/containers/${ref}/json`, z.object({ Name: z.string() }), { abort });
    await this.engine.call('DELETE', `/containers/${ref}?force=true&v=true`, Nothing, { abort, fine: [409] });
    // A named volume stays when its container goes.
    const name = found?.Name.replace(/^\//, '');
    if (name) await this.engine.call('DELETE', `/volumes/${name}?force=true`, Nothing, { abort });
  }

  /** 304: it runs. */
  private async start(ref: string, abort: AbortSignal): Promise<void> {
    await this.engine.call('POST', `/containers/${ref}/start`, Nothing, { abort, fine: [304] });
  }

  private async look(ref: string, abort: AbortSignal) {
    return this.engine.call('GET', `/containers/${ref}/json`, Inspected, { abort });
  }

  /** The name was taken by an attempt before, or the image is not there. */
  private async byName(name: string, abort: AbortSignal): Promise<string> {
    const found = await this.look(name, abort);
    if (!found) throw new ImageMissing(this.options.image);
    return found.Id;
  }

  private async endpoint(ref: string, abort: AbortSignal): Promise<Endpoint> {
    const found = await this.look(ref, abort);
    const { network } = this.options;
    if (network !== null) {
      const address = found?.NetworkSettings.Networks?.[network]?.IPAddress ?? '';
      if (address === '') throw new EffectFailed('docker.address_missing', `The container is not on ${network}.`);
      return { url: `http://${address}:${String(PORT)}`, headers: {} };
    }
    const [bound] = found?.NetworkSettings.Ports?.[PUBLISHED] ?? [];
    if (!bound) throw new EffectFailed('docker.port_missing', 'Docker published no port for the agent server.');
    return { url: `http://${bound.HostIp}:${bound.HostPort}`, headers: {} };
  }

  /** Starts a program in the container and does not wait for it. Its environment travels in the request alone. */
  private async run(
    ref: string,
    { argv, environment, abort }: { argv: string[]; environment: Record<string, string>; abort: AbortSignal },
  ): Promise<void> {
    const Env = Object.entries(environment).map(([key, value]) => `${key}=${value}`);
    const body = { Cmd: argv, Env, User: '1000:1000', WorkingDir: HOME, AttachStdout: false, AttachStderr: false };
    const made = await this.engine.call('POST', `/containers/${ref}/exec`, Created, { body, abort });
    if (!made) throw new EngineRefused(404, 'the container is gone');
    await this.engine.call('POST', `/exec/${made.Id}/start`, Nothing, { body: { Detach: true, Tty: false }, abort });
  }
}

const reachedBy = (network: string | null) =>
  network === null
    ? { PortBindings: { [PUBLISHED]: [{ HostIp: '127.0.0.1', HostPort: '' }] } }
    : { NetworkMode: network, PortBindings: {} };

const MADE = { home: HOME, isolation: 'container' as const, expiresAt: null };
