import { describe, expect, it } from '@jest/globals';
import type { ItemView } from '@foundry/task/contracts';
import { transcriptRows } from './transcript-rows.js';

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
