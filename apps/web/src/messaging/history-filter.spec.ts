import { describe, expect, it } from '@jest/globals';
import type { HistoryItem } from '@foundry/messaging/contracts';
import { historyRows } from './history-filter.js';

const item = (id: string, minute: number, over: Partial<HistoryItem> = {}): HistoryItem => ({
  id,
  kind: 'command',
  name: 'organization.grantRole',
  actor: { kind: 'user', userId: '42', via: 'session' },
  state: 'settled',
  outcome: 'handled',
  code: null,
  message: null,
  attempt: 1,
  acceptedAt: `2030-01-01T12:0${String(minute)}:00.000Z`,
  startedAt: null,
  endedAt: null,
  waitedMs: null,
  workedMs: null,
  correlationId: id,
  causationId: null,
  payload: null,
  ...over,
});
const ids = (rows: readonly HistoryItem[]) => rows.map(({ id }) => id);

describe('the history of an entity', () => {
  it('is one list of what is live and what is older, newest first', () => {
    const live = [item('c', 3), item('b', 2, { outcome: null, state: 'started' })];
    const older = [item('b', 2), item('a', 1)];
    const rows = historyRows(live, older, {});
    expect(ids(rows)).toEqual(['c', 'b', 'a']);
    expect(rows[1]?.state).toBe('started');
  });

  it('shows one outcome, or what is not over', () => {
    const rows = [item('a', 1), item('b', 2, { outcome: 'rejected' }), item('c', 3, { outcome: null })];
    expect(ids(historyRows(rows, [], { outcome: 'rejected' }))).toEqual(['b']);
    expect(ids(historyRows(rows, [], { outcome: 'pending' }))).toEqual(['c']);
  });

  it('shows what one person asked for, also through Foundry', () => {
    const rows = [
      item('a', 1),
      item('b', 2, { actor: { kind: 'system', module: 'task', onBehalfOf: '42' } }),
      item('c', 3, { actor: { kind: 'system', module: 'task' } }),
    ];
    expect(ids(historyRows(rows, [], { person: '42' }))).toEqual(['b', 'a']);
    expect(ids(historyRows(rows, [], { person: 'foundry' }))).toEqual(['c', 'b']);
  });
});
