import type { Actor, CommandMessage, Reply } from '../contracts/index.js';

/** Who sends, and what ties the command to the request that began it. */
export interface SendContext {
  actor: Actor;
  /** Same for everything that one request begins. Default: a new one. */
  correlationId?: string;
  traceparent?: string;
  /** The `Idempotency-Key` header with the SHA-256 of method, path template, parameters and body. */
  idempotency?: { key: string; requestHash: Buffer };
}

/** Durable: from here on the command will be settled. `replayed`: the key was used before, this is its first command. */
export interface Accepted {
  commandId: string;
  replayed: boolean;
}

export type Requested = (Accepted & { state: 'settled'; reply: Reply }) | (Accepted & { state: 'pending' });

/** How the API sends commands. It writes rows of the outbox and nothing else, so it works while the broker is down. */
export abstract class CommandSender {
  /**
   * Stores the commands in this order, all or none, in one commit.
   * Throws `IdempotencyKeyReused` when the key was used for another request, `Unavailable` when Postgres is away.
   * A key goes with one command only.
   */
  abstract send(commands: readonly CommandMessage[], context: SendContext): Promise<Accepted[]>;

  /**
   * Sends one command and waits for its outcome, at most `timeoutMs` (1 to 10,000). Not settled by then: `pending`;
   * the command still runs and is never sent again by the kernel.
   */
  abstract request(command: CommandMessage, context: SendContext, timeoutMs?: number): Promise<Requested>;

  /** Waits for a command that was accepted before; null when nothing is settled within `timeoutMs`. */
  abstract settled(commandId: string, timeoutMs: number): Promise<Reply | null>;
}
