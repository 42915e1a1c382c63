import type { Tx } from '@foundry/messaging';
import type { z } from 'zod';

/** A delivery whose turn it is. `at`: when it came. */
export interface Delivered {
  organizationId: string;
  event: string;
  action: string | null;
  payload: unknown;
  at: Date;
}

/** What became of it. */
export type Verdict = { state: 'processed' } | { state: 'ignored'; reason: string };

export type Applies = (tx: Tx, delivered: Delivered) => Promise<Verdict>;

export const PROCESSED: Verdict = { state: 'processed' };
export const ignored = (reason: string): Verdict => ({ state: 'ignored', reason });

/** GitHub sent something that is not what it says it sends. */
export class PayloadUnreadable extends Error {
  constructor(options: ErrorOptions) {
    super('The payload does not have the form of its event.', options);
    this.name = 'PayloadUnreadable';
  }
}

export function readPayload<T>(schema: z.ZodType<T>, payload: unknown): T {
  const parsed = schema.safeParse(payload);
  if (!parsed.success) throw new PayloadUnreadable({ cause: parsed.error });
  return parsed.data;
}
