import { OutboxSender } from '../sending/outbox-sender.js';
import { AcceptQueue } from '../sending/accept-queue.js';
import { ReplyDesk } from '../sending/reply-desk.js';
import { InstanceStream } from '../realtime/instance-stream.js';
import { ProcessRegistry } from '../processes/process-registry.js';
import type { Instance } from '../transport/transport.js';
import type { Kernel } from './kernel.js';

/** The kernel's side of one API instance: it sends through the outbox and hears replies and events. */
export class ApiRuntime {
  readonly sender: OutboxSender;
  readonly stream = new InstanceStream();
  private readonly desk: ReplyDesk;
  private readonly process: ProcessRegistry;
  private instance: Instance | null = null;

  constructor(private readonly kernel: Kernel) {
    const { failpoints, id, log, metrics, options, partitionFor, pool, topology } = kernel;
    this.desk = new ReplyDesk(options.config.AMQP_URL ? topology.replyQueue(id) : id);
    this.sender = new OutboxSender(new AcceptQueue(pool), pool, partitionFor, this.desk, failpoints, metrics);
    this.process = new ProcessRegistry(pool, id, 'api', options.version, log);
  }

  /** Starts also without a broker: commands are accepted, replies come when it is back. */
  async start(): Promise<void> {
    const { id, transport } = this.kernel;
    this.instance = await transport.joinAsInstance(id, this.stream.listener(this.desk));
    this.stream.joined(this.instance);
    await transport.open('api');
    await this.process.join();
  }

  async stop(): Promise<void> {
    await this.process.leave();
    await this.instance?.close();
    if (this.kernel.options.config.AMQP_URL) await this.kernel.transport.close();
  }
}
