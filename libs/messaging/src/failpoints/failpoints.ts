/** Places where a test may end or hold a process (messaging, section 17). */
export const FAILPOINTS = [
  'accept.committed',
  'relay.published',
  'relay.marked',
  'handle.marked',
  'handle.locked',
  'handle.saved',
  'handle.committed',
  'handle.acked',
  'reply.sent',
  'effect.claimed',
  'effect.performed',
  'effect.reported',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

/** In the product every failpoint lets through at once; the test kit provides others. */
export abstract class Failpoints {
  abstract pass(point: Failpoint): Promise<void> | void;
}

export class NoFailpoints extends Failpoints {
  pass(): void {
    // nothing fails on purpose here
  }
}
