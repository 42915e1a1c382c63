import { ApiRuntime, Kernel, MessagingConfig, silent } from '@foundry/messaging';
import { type CommandMessage, PruneHistory } from '@foundry/messaging/contracts';
import { Count, manifest, Record } from './record.js';
import { spawnPeer, type Peer } from './peer.js';

/** The whole path: accept and commit, relay, one durable row in the handler, reply; the worker is another process. */
export class FoundryPath {
  private constructor(
    private readonly api: ApiRuntime,
    private readonly kernel: Kernel,
    private readonly worker: Peer,
  ) {}

  static async open(environment: {
    DATABASE_URL: string;
    AMQP_URL: string;
    AMQP_PREFIX: string;
  }): Promise<FoundryPath> {
    const worker = await spawnPeer('./worker.js', environment);
    const config = MessagingConfig.parse(environment);
    const kernel = await Kernel.open({ config, role: 'api', manifests: [manifest], log: silent, version: 'bench' });
    const api = new ApiRuntime(kernel);
    await api.start();
    return new FoundryPath(api, kernel, worker);
  }

  /** Sends one command to one of `entities` and waits for its reply. */
  async record(index: number, entities: number): Promise<void> {
    await this.request(new Record({ entityId: `e${String(index % entities)}`, note: 'a durable row' }));
  }

  async count(index: number, entities: number): Promise<void> {
    await this.request(new Count({ entityId: `e${String(index % entities)}`, note: 'a durable row' }));
  }

  /** Asks for one run of the pruning, which ends by itself. */
  async prune(): Promise<void> {
    await this.request(new PruneHistory({ scope: 'history' }));
  }

  get workerPid(): number {
    return this.worker.pid;
  }

  /** Resident memory of the worker in MB. */
  async workerMemory(): Promise<number> {
    return this.worker.memory();
  }

  async close(): Promise<void> {
    await this.api.stop();
    await this.kernel.close();
    await this.worker.end();
  }

  private async request(command: CommandMessage): Promise<void> {
    const requested = await this.api.sender.request(command, { actor: { kind: 'system', module: 'bench' } });
    if (requested.state !== 'settled' || requested.reply.outcome !== 'handled') {
      throw new Error(`A command of the benchmark was not handled: ${JSON.stringify(requested)}`);
    }
  }
}
