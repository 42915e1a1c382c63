import type { ItemView } from '@foundry/task/contracts';
import { ToolCallData } from './item-data.js';

/** What stands in one place of the transcript: an entry, or several finished calls of tools folded into one. */
export type TranscriptRow =
  | { readonly kind: 'item'; readonly key: string; readonly item: ItemView }
  | { readonly kind: 'tools'; readonly key: string; readonly items: readonly ItemView[] }
  | { readonly kind: 'day'; readonly key: string; readonly at: string };

/** A call that runs or failed stays outside of a fold. */
function isFolded(item: ItemView): boolean {
  if (item.kind !== 'tool_call' || item.open) return false;
  const { status } = ToolCallData.parse(item.data);
  return (status ?? 'completed') === 'completed';
}

const dayOf = (at: string): string => new Date(at).toDateString();

/** The rows of items in their order. A row keeps its key while what is in it grows. */
export function transcriptRows(items: readonly ItemView[]): TranscriptRow[] {
  const rows: TranscriptRow[] = [];
  let fold: ItemView[] = [];
  let day: string | null = null;
  const close = (): void => {
    const [first] = fold;
    if (!first) return;
    rows.push(
      fold.length === 1
        ? { kind: 'item', key: `item ${first.seq}`, item: first }
        : { kind: 'tools', key: `tools ${first.seq}`, items: fold },
    );
    fold = [];
  };
  for (const item of items) {
    const itsDay = dayOf(item.createdAt);
    if (itsDay !== day) {
      close();
      if (day !== null) rows.push({ kind: 'day', key: `day ${item.seq}`, at: item.createdAt });
      day = itsDay;
    }
    if (isFolded(item)) {
      fold.push(item);
      continue;
    }
    close();
    rows.push({ kind: 'item', key: `item ${item.seq}`, item });
  }
  close();
  return rows;
}

/** What has been seen already is not drawn again: the same items, by identity. */
export const sameItems = (a: readonly ItemView[], b: readonly ItemView[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const hasItem = (row: TranscriptRow, seq: number): boolean =>
  row.kind === 'item' ? row.item.seq === seq : row.kind === 'tools' && row.items.some((item) => item.seq === seq);

/** Where an entry stands, also one that is folded with others; null: not among these rows. */
export function rowOf(rows: readonly TranscriptRow[], seq: number): number | null {
  const index = rows.findIndex((row) => hasItem(row, seq));
  return index === -1 ? null : index;
}

/** The message that the entries at a place answer: the last one above it. */
export function promptAbove(rows: readonly TranscriptRow[], index: number): ItemView | null {
  for (let at = Math.min(index, rows.length - 1); at >= 0; at -= 1) {
    const row = rows[at];
    if (row?.kind === 'item' && row.item.kind === 'user_message') return row.item;
  }
  return null;
}
