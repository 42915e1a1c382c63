import type { Delta } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Change } from './change.js';

const WithId = z.object({ id: z.union([z.string(), z.number()]) });
const WithSeq = z.object({ seq: z.int() });
const Append = z.object({ seq: z.int(), rev: z.int(), at: z.int(), text: z.string(), revs: z.int().optional() });
type Append = z.infer<typeof Append>;

/** More text than this in one `append` would be a frame too large to send at once. */
const MAX_MERGED_TEXT = 64 * 1024;

/** What a delta replaces, when its module does not say. */
export function entityOf({ type, data }: Delta): string | null {
  if (type === 'item' || type === 'append') {
    const item = WithSeq.safeParse(data);
    return item.success ? `item ${String(item.data.seq)}` : null;
  }
  const entity = WithId.safeParse(data);
  return entity.success ? `${type} ${String(entity.data.id)}` : null;
}

function onlyNewest(changes: readonly Change[], entity: (delta: Delta) => string | null): Change[] {
  const replaced = new Set<string>();
  const kept = changes.toReversed().filter(({ delta }) => {
    if (delta.type === 'hidden') return false;
    const key = entity(delta);
    if (key === null) return true;
    if (replaced.has(key)) return false;
    if (delta.type !== 'append') replaced.add(key);
    return true;
  });
  return kept.reverse();
}

/** `second` added to `first` when it continues the same text, else null. */
function joined(first: Append, second: Append): Append | null {
  const follows = second.seq === first.seq && second.at === first.at + first.text.length;
  if (!follows || first.text.length + second.text.length > MAX_MERGED_TEXT) return null;
  const revs = (first.revs ?? 1) + (second.revs ?? 1);
  if (second.rev !== first.rev + (second.revs ?? 1)) return null;
  return { seq: first.seq, rev: second.rev, at: first.at, text: first.text + second.text, revs };
}

function appendOf({ delta }: Change): Append | null {
  if (delta.type !== 'append') return null;
  return Append.safeParse(delta.data).data ?? null;
}

function mergeAppends(changes: readonly Change[]): Change[] {
  const merged: Change[] = [];
  for (const change of changes) {
    const before = merged.at(-1);
    const [first, second] = [before && appendOf(before), appendOf(change)];
    const both = first && second ? joined(first, second) : null;
    if (both) merged.pop();
    merged.push(both ? new Change({ ...change.delta, data: both }, change.committedAt) : change);
  }
  return merged;
}

/**
 * What a slow reader gets instead of `changes` (in version order): each entity once, in its newest state, and the
 * pieces of a growing text as one `append`. A merged `append` says in `revs` how many it stands for: it fits an item
 * at `rev - revs`. The last version of the list is told by the `resumed` frame, not by the last change.
 */
export function coalesce(changes: readonly Change[], entity: (delta: Delta) => string | null = entityOf): Change[] {
  return mergeAppends(onlyNewest(changes, entity));
}
