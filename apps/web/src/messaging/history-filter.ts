import type { HistoryItem } from '@foundry/messaging/contracts';

/** What of a history is shown; absent: all. `person` is the id of somebody, or `foundry`. */
export interface HistoryFilter {
  readonly outcome?: string | undefined;
  readonly person?: string | undefined;
}

function isBy(person: string, { actor }: HistoryItem): boolean {
  if (actor.kind === 'user') return actor.userId === person;
  return person === 'foundry' || actor.onBehalfOf === person;
}

/** Live rows and older ones from REST as one list, newest first; what is live is never replaced by what was read before. */
export function historyRows(
  live: Iterable<HistoryItem>,
  older: Iterable<HistoryItem>,
  { outcome, person }: HistoryFilter,
): HistoryItem[] {
  const rows = new Map<string, HistoryItem>();
  for (const item of older) rows.set(item.id, item);
  for (const item of live) rows.set(item.id, item);
  return [...rows.values()]
    .filter((item) => outcome === undefined || (item.outcome ?? 'pending') === outcome)
    .filter((item) => person === undefined || isBy(person, item))
    .sort((a, b) => b.acceptedAt.localeCompare(a.acceptedAt) || b.id.localeCompare(a.id));
}
