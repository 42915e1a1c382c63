import type { Reply } from '../contracts/index.js';

export interface ExpectedReply {
  /** Null when nothing came in time. */
  within(ms: number): Promise<Reply | null>;
  forget(): void;
}

/** Where replies to this instance find those who wait for them. */
export class ReplyDesk {
  private readonly waiting = new Map<string, Set<(reply: Reply) => void>>();

  constructor(readonly replyTo: string | null) {}

  deliver(replies: readonly Reply[]): void {
    for (const reply of replies) for (const hear of this.waiting.get(reply.commandId) ?? []) hear(reply);
  }

  /** Call before the command is sent, or the reply may be faster. */
  expect(commandId: string): ExpectedReply {
    let came: Reply | null = null;
    let wake: (() => void) | null = null;
    const hear = (reply: Reply) => {
      came = reply;
      wake?.();
    };
    const others = this.waiting.get(commandId) ?? new Set();
    this.waiting.set(commandId, others.add(hear));
    return {
      within: async (ms) => {
        if (came) return came;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        return came;
      },
      forget: () => {
        others.delete(hear);
        if (others.size === 0) this.waiting.delete(commandId);
      },
    };
  }
}
