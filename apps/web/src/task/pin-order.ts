import { rankBetween } from './rank.js';

/** A pinned task with its place; the list is in the order of the ranks. */
export interface Pin {
  readonly id: string;
  readonly rank: string;
}

/** The rank that puts a pin right before another one, or at the end. Null: it stands there already, or is none. */
export function rankBefore(pins: readonly Pin[], movedId: string, beforeId: string | null): string | null {
  const from = pins.findIndex(({ id }) => id === movedId);
  if (from === -1 || movedId === beforeId) return null;
  const others = pins.filter(({ id }) => id !== movedId);
  const found = others.findIndex(({ id }) => id === beforeId);
  const place = beforeId === null || found === -1 ? others.length : found;
  if (place === from) return null;
  return rankBetween(others[place - 1]?.rank ?? null, others[place]?.rank ?? null);
}

/** The pin before which one has to be put to go a step up or down; undefined: it is at that end. */
export function stepTo(pins: readonly Pin[], movedId: string, step: -1 | 1): string | null | undefined {
  const place = pins.findIndex(({ id }) => id === movedId);
  if (place === -1 || (step === -1 ? place === 0 : place === pins.length - 1)) return undefined;
  return step === -1 ? pins[place - 1]?.id : (pins[place + 2]?.id ?? null);
}
