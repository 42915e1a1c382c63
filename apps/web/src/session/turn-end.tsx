import type { ItemView } from '@foundry/task/contracts';
import { TurnData } from './item-data.js';
import { outcomeWords, spanOf } from './words.js';

const isFailure = new Set(['failed', 'interrupted', 'timed_out']);

/** The end of a turn: how it ended, how long it took, what it cost. Why one failed is an entry of its own. */
export function TurnEnd({ item }: { item: ItemView }) {
  const { outcome, ms, by, tokens, costCents, head } = TurnData.parse(item.data);
  const count = tokens?.['total'] ?? (tokens?.['input'] ?? 0) + (tokens?.['output'] ?? 0);
  const facts = [
    by && outcome === 'stopped' ? `Stopped by @${by.login}` : outcomeWords(outcome),
    ...(ms === null || ms === undefined ? [] : [spanOf(ms)]),
    ...(count > 0 ? [`${count.toLocaleString('en-US')} tokens`] : []),
    ...((costCents ?? 0) >= 0.5 ? [`$${((costCents ?? 0) / 100).toFixed(2)}`] : []),
    ...(head ? [`Saved at ${head.slice(0, 7)}`] : []),
  ];
  return (
    <p className="flex items-center gap-3 text-meta text-text-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <span className={isFailure.has(outcome ?? '') ? 'text-danger' : ''}>{facts.join(' · ')}</span>
    </p>
  );
}
