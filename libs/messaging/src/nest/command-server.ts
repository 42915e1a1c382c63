import { Inject, Injectable } from '@nestjs/common';
import { type BaseRpcContext, type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { AuditPort } from '../auditing/audit-records.js';
import { CommandMessage } from '../contracts/index.js';
import { Kernel } from '../kernel/kernel.js';
import { WorkerRuntime } from '../kernel/worker-runtime.js';
import { CommandContext, EffectContext } from './contexts.js';
import { COMMAND_PATTERN, EFFECT_PATTERN } from './patterns.js';

/** The kernel as a transport of `@nestjs/microservices`: `app.connectMicroservice({ strategy: app.get(CommandServer) })`. */
@Injectable()
export class CommandServer extends Server implements CustomTransportStrategy {
  private readonly runtime: WorkerRuntime;
  /** Nest normalises the pattern anew at each look-up, which costs more than many a handler. */
  private readonly known = new Map<string, MessageHandler>();
  /** False when a stop had to cut something off. */
  stoppedClean = true;

  constructor(@Inject(Kernel) kernel: Kernel, @Inject(AuditPort) audit: AuditPort) {
    super();
    const handling = {
      execute: (command: CommandMessage, envelope: CommandContext['envelope']) =>
        this.call(COMMAND_PATTERN, command, new CommandContext(envelope)),
      perform: async (effect: object, attempt: EffectContext['attempt']) => {
        const report = await this.call(EFFECT_PATTERN, effect, new EffectContext(attempt));
        if (report instanceof CommandMessage) return report;
        throw new TypeError('An effect reports with a command.');
      },
    };
    this.runtime = new WorkerRuntime(kernel, handling, audit);
  }

  get leads(): boolean {
    return this.runtime.leads;
  }

  listen(callback: (error?: unknown) => void): void {
    this.runtime.start().then(
      () => {
        callback();
      },
      (error: unknown) => {
        callback(error);
      },
    );
  }

  async close(): Promise<void> {
    this.stoppedClean = await this.runtime.stop();
  }

  on(): never {
    throw new TypeError('The kernel has no events of its own here; look at its metrics and history.');
  }

  unwrap<T>(): T {
    throw new TypeError('There is no other server below this one.');
  }

  private async call(pattern: string, message: object, context: BaseRpcContext): Promise<unknown> {
    const handler = this.known.get(pattern) ?? this.getHandlerByPattern(pattern);
    if (!handler) throw new TypeError(`Nothing in this application handles ${pattern}; import MessagingWorkerModule.`);
    this.known.set(pattern, handler);
    return lastValueFrom(this.transformToObservable(await handler(message, context)), { defaultValue: null });
  }
}
