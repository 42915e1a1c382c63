import { describe, expect, it } from '@jest/globals';
import type { ItemView } from '@foundry/task/contracts';
import { type Transcript, withAppend, withItem, withOlder, withTail } from './transcript.js';

const AT = '2030-01-01T12:00:00.000Z';
const item = (seq: number, text = '', rev = 1): ItemView => ({
  seq,
  rev,
  kind: 'assistant_text',
  turnId: null,
  authorId: null,
  text,
  data: {},
  open: true,
  createdAt: AT,
  updatedAt: AT,
});
const held = (from: number, to: number, hasMoreBefore = true): Transcript => ({
  items: Array.from({ length: to - from + 1 }, (_, index) => item(from + index)),
  headSeq: to,
  hasMoreBefore,
});
const seqs = ({ items }: Transcript): number[] => items.map(({ seq }) => seq);

describe('a transcript', () => {
  it('takes a new item in after its end, and one again only when it is newer', () => {
    const grown = withItem(held(5, 7), item(8, 'new'));
    expect(seqs(grown)).toEqual([5, 6, 7, 8]);
    expect(withItem(grown, item(8, 'newer', 2)).items[3]?.text).toBe('newer');
    expect(withItem(grown, item(8, 'older', 0)).items[3]?.text).toBe('new');
  });

  it('asks for everything anew when items between are missing', () => {
    expect(() => withItem(held(5, 7), item(9))).toThrow('missing');
  });

  it('grows text by exactly what follows it', () => {
    const grown = withAppend(withItem(held(1, 1), item(2, 'Hel')), { seq: 2, rev: 2, at: 3, text: 'lo' });
    expect(grown.items[1]).toMatchObject({ text: 'Hello', rev: 2 });
    expect(() => withAppend(grown, { seq: 2, rev: 4, at: 5, text: '!' })).toThrow('grew');
    expect(() => withAppend(grown, { seq: 2, rev: 3, at: 4, text: '!' })).toThrow('grew');
    expect(withAppend(grown, { seq: 2, rev: 2, at: 3, text: 'lo' })).toBe(grown);
  });

  it('puts an older page before the rest, and nothing that is no neighbour', () => {
    expect(seqs(withOlder(held(5, 6), [item(3), item(4), item(5)], false))).toEqual([3, 4, 5, 6]);
    expect(seqs(withOlder(held(5, 6), [item(2), item(3)], false))).toEqual([5, 6]);
  });

  it('keeps what was read before a snapshot when it reaches up to it', () => {
    expect(seqs(withTail(held(1, 6, false), held(5, 8)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(seqs(withTail(held(1, 3, false), held(5, 8)))).toEqual([5, 6, 7, 8]);
  });
});
