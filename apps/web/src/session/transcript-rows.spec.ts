import { describe, expect, it } from '@jest/globals';
import type { ItemView } from '@foundry/task/contracts';
import { promptAbove, rowOf, transcriptRows } from './transcript-rows.js';

const item = (seq: number, kind: ItemView['kind'], rest: Partial<ItemView> = {}): ItemView => ({
  seq,
  rev: 1,
  kind,
  turnId: null,
  authorId: null,
  text: '',
  data: {},
  open: false,
  createdAt: '2030-01-01T12:00:00.000Z',
  updatedAt: '2030-01-01T12:00:00.000Z',
  ...rest,
});
const tool = (seq: number, status: string, rest: Partial<ItemView> = {}) =>
  item(seq, 'tool_call', { data: { status }, ...rest });
const keys = (items: ItemView[]): string[] => transcriptRows(items).map(({ key }) => key);

describe('the rows of a transcript', () => {
  it('fold finished calls of tools that are neighbours', () => {
    expect(keys([tool(1, 'completed'), tool(2, 'completed'), item(3, 'assistant_text'), tool(4, 'completed')])).toEqual(
      ['tools 1', 'item 3', 'item 4'],
    );
  });

  it('leave a call outside that runs or failed', () => {
    expect(keys([tool(1, 'completed'), tool(2, 'failed'), tool(3, 'in_progress', { open: true })])).toEqual([
      'item 1',
      'item 2',
      'item 3',
    ]);
  });

  it('say where another day begins', () => {
    const later = { createdAt: '2030-01-03T12:00:00.000Z' };
    expect(keys([item(1, 'notice'), item(2, 'notice', later), item(3, 'notice', later)])).toEqual([
      'item 1',
      'day 2',
      'item 2',
      'item 3',
    ]);
  });
});

describe('a place in the transcript', () => {
  const rows = transcriptRows([
    item(1, 'user_message'),
    tool(2, 'completed'),
    tool(3, 'completed'),
    item(4, 'assistant_text'),
    item(5, 'user_message'),
    item(6, 'turn'),
  ]);

  it('is found by its entry, also in a fold', () => {
    expect([1, 3, 4].map((seq) => rowOf(rows, seq))).toEqual([0, 1, 2]);
    expect(rowOf(rows, 9)).toBeNull();
  });

  it('belongs to the last message above it', () => {
    expect([0, 2, 3, 4, 40].map((index) => promptAbove(rows, index)?.seq)).toEqual([1, 1, 5, 5, 5]);
    expect(promptAbove(transcriptRows([item(1, 'notice')]), 0)).toBeNull();
  });
});
