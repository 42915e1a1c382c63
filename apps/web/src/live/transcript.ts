import type { ItemView } from '@foundry/task/contracts';

/** The part of a transcript that is held: neighbouring items in their order, which may grow at both ends. */
export interface Transcript {
  readonly items: readonly ItemView[];
  readonly headSeq: number;
  readonly hasMoreBefore: boolean;
}

/** A piece of text that the newest item grew by. */
export interface Append {
  readonly seq: number;
  readonly rev: number;
  /** Length of the text before, in UTF-16 units. */
  readonly at: number;
  readonly text: string;
}

/** So many items are held at most while somebody follows the end; older ones are read again when they are wanted. */
const MOST_ITEMS = 3_000;
const KEPT_ITEMS = 1_000;

const newerItem = (held: ItemView | undefined, next: ItemView): ItemView => (held && held.rev > next.rev ? held : next);

function placed(items: readonly ItemView[], place: number, item: ItemView): readonly ItemView[] {
  const next = [...items];
  next[place] = item;
  return next;
}

/**
 * Takes an item in: at its place, or after the end. Throws when items between are missing, so that the topic is
 * asked for anew.
 */
export function withItem(transcript: Transcript, item: ItemView): Transcript {
  const { items } = transcript;
  const first = items[0]?.seq ?? item.seq;
  const place = item.seq - first;
  const headSeq = Math.max(transcript.headSeq, item.seq);
  // Older than everything that is held: it is read with its page.
  if (place < 0) return { ...transcript, headSeq };
  if (place > items.length) throw new Error(`Items before ${item.seq} are missing.`);
  const held = items[place];
  const next = newerItem(held, item);
  if (next === held) return transcript;
  return { ...transcript, items: placed(items, place, next), headSeq };
}

/** Grows an item. Throws when it is not the text that was meant. */
export function withAppend(transcript: Transcript, { seq, rev, at, text }: Append): Transcript {
  const first = transcript.items[0]?.seq;
  const held = first === undefined ? undefined : transcript.items[seq - first];
  if (held && held.rev >= rev) return transcript;
  if (held?.rev !== rev - 1 || held.text.length !== at) throw new Error(`Item ${seq} is not the one that grew.`);
  return withItem(transcript, { ...held, rev, text: held.text + text });
}

/** Puts a page of older items before those that are held, as far as they are neighbours. */
export function withOlder(transcript: Transcript, older: readonly ItemView[], hasMoreBefore: boolean): Transcript {
  const first = transcript.items[0]?.seq;
  if (first === undefined) return { ...transcript, items: older, hasMoreBefore };
  const before = older.filter(({ seq }) => seq < first);
  if (before.at(-1)?.seq !== first - 1) return transcript;
  return { ...transcript, items: [...before, ...transcript.items], hasMoreBefore };
}

/** What a new snapshot brings, with the older items that were read before, when nothing between them is missing. */
export function withTail(held: Transcript | null, tail: Transcript): Transcript {
  const first = tail.items[0]?.seq;
  if (!held || first === undefined) return tail;
  const before = held.items.filter(({ seq }) => seq < first);
  if (before.at(-1)?.seq !== first - 1) return tail;
  return { ...tail, items: [...before, ...tail.items], hasMoreBefore: held.hasMoreBefore };
}

/** Lets go of the oldest items when there are very many. */
export function trimmed(transcript: Transcript): Transcript {
  if (transcript.items.length <= MOST_ITEMS) return transcript;
  return { ...transcript, items: transcript.items.slice(-KEPT_ITEMS), hasMoreBefore: true };
}
