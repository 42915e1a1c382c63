import { randomUUID } from 'node:crypto';
import type { CommandMessage, Reply } from '../../contracts/index.js';
import { IdempotencyKeyReused } from '../../rejections/failures.js';
import { type Accepted, CommandSender, type Requested, type SendContext } from '../../sending/command-sender.js';

type Outcome = Omit<Reply, 'commandId'> | 'never';

export const handledWith = (result: unknown): Outcome => ({
  outcome: 'handled',
  code: null,
  kind: null,
  message: null,
  result,
});

/** A sender without a kernel: settles every command as the test says, and remembers what it was given. */
export class FakeSender extends CommandSender {
  readonly sent: { command: CommandMessage; context: SendContext; waitMs: number | null }[] = [];
  outcome: Outcome = handledWith(null);
  failure: Error | null = null;
  private readonly keys = new Map<string, { commandId: string; hash: string }>();

  override async send(commands: readonly CommandMessage[], context: SendContext): Promise<Accepted[]> {
    return Promise.resolve(commands.map((command) => this.accept(command, context, null)));
  }

  override async request(command: CommandMessage, context: SendContext, timeoutMs = 10_000): Promise<Requested> {
    const accepted = this.accept(command, context, timeoutMs);
    const { outcome } = this;
    if (outcome === 'never') return Promise.resolve({ ...accepted, state: 'pending' });
    const reply = { ...outcome, commandId: accepted.commandId };
    return Promise.resolve({ ...accepted, state: 'settled', reply });
  }

  override async settled(): Promise<Reply | null> {
    return Promise.resolve(null);
  }

  private accept(command: CommandMessage, context: SendContext, waitMs: number | null): Accepted {
    if (this.failure) throw this.failure;
    const { idempotency } = context;
    const hash = idempotency?.requestHash.toString('hex') ?? '';
    const first = idempotency && this.keys.get(idempotency.key);
    if (first && first.hash !== hash) throw new IdempotencyKeyReused();
    if (first) return { commandId: first.commandId, replayed: true };
    const commandId = randomUUID();
    if (idempotency) this.keys.set(idempotency.key, { commandId, hash });
    this.sent.push({ command, context, waitMs });
    return { commandId, replayed: false };
  }
}
