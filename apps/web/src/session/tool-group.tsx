import type { ItemView } from '@foundry/task/contracts';
import { Disclosure } from '../ui/disclosure.js';
import { ToolCallData } from './item-data.js';
import { ToolCall } from './tool-call.js';
import { spanOf } from './words.js';

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  read: ['read', 'reads'],
  edit: ['edit', 'edits'],
  execute: ['run', 'runs'],
  run: ['run', 'runs'],
  search: ['search', 'searches'],
  fetch: ['fetch', 'fetches'],
};
const OTHER: readonly [string, string] = ['other', 'others'];

/** What several calls did together: "5 reads, 2 edits · 14 s". */
export function groupWords(items: readonly ItemView[]): string {
  const counts = new Map<readonly [string, string], number>();
  let ms = 0;
  for (const item of items) {
    const data = ToolCallData.parse(item.data);
    const names = NAMES[data.kind ?? ''] ?? OTHER;
    counts.set(names, (counts.get(names) ?? 0) + 1);
    ms += data.ms ?? 0;
  }
  const parts = [...counts].map(([[one, more], count]) => `${count} ${count === 1 ? one : more}`);
  return ms > 0 ? `${parts.join(', ')} · ${spanOf(ms)}` : parts.join(', ');
}

/** Neighbouring calls that are over, folded into one line. */
export function ToolGroup({ items }: { items: readonly ItemView[] }) {
  return (
    <Disclosure summary={<span className="min-w-0 truncate text-text-2">{groupWords(items)}</span>}>
      {() => items.map((item) => <ToolCall key={item.seq} item={item} />)}
    </Disclosure>
  );
}
