import { Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** Somebody who looks at a topic now. */
export const Present = z.object({
  userId: Id64,
  login: z.string(),
  avatarUrl: z.string().nullable(),
  state: z.enum(['viewing', 'typing']),
});
export type Present = z.infer<typeof Present>;

/** What one instance tells the others: who looks at the topic there. `asks`: the others should tell too. */
export const Told = z.object({ instance: z.string(), people: z.array(Present), asks: z.boolean() });
export type Told = z.infer<typeof Told>;

/** More people than this are shown as a number. */
const MOST_SHOWN = 50;

/** Each person once, whatever tabs and instances they are on: typing in one of them is typing. In the order of logins. */
export function together(lists: Iterable<readonly Present[]>): Present[] {
  const people = new Map<string, Present>();
  for (const list of lists) {
    for (const one of list) if (people.get(one.userId)?.state !== 'typing') people.set(one.userId, one);
  }
  return [...people.values()].sort((a, b) => (a.login < b.login ? -1 : a.login > b.login ? 1 : 0));
}

/** The frame of a topic's list. */
export function frameOf(topic: string, people: readonly Present[]): string {
  const shown = people.slice(0, MOST_SHOWN);
  return JSON.stringify({ op: 'presence', topic, people: shown, more: people.length - shown.length });
}
