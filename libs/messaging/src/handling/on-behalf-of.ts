import type { Actor } from '../contracts/index.js';

/** The person behind an act: the user themselves, or the one whose command began the chain. */
export const onBehalfOf = (actor: Actor): string | null =>
  actor.kind === 'user' ? actor.userId : (actor.onBehalfOf ?? null);
