import { describe, expect, it } from '@jest/globals';
import { linesOf, slicedLine } from './tokens.js';

const known = {
  text: 'const a\nlet',
  lines: [[['const', 'keyword'] as const, [' a', null] as const], [['let', 'keyword'] as const]],
};

describe('the lines of code', () => {
  it('are plain before their colours are known', () => {
    expect(linesOf('a\nb', null)).toEqual([[['a', null]], [['b', null]]]);
  });

  it('have their colours', () => {
    expect(linesOf(known.text, known)).toBe(known.lines);
  });

  it('keep the colours of finished lines while the code grows', () => {
    expect(linesOf('const a\nlet b = 1\nc', known)).toEqual([known.lines[0], [['let b = 1', null]], [['c', null]]]);
  });

  it('are plain when the code is another one', () => {
    expect(linesOf('var', known)).toEqual([[['var', null]]]);
  });
});

describe('a part of a line', () => {
  const line = known.lines[0] ?? [];
  it.each([
    [
      0,
      7,
      [
        ['const', 'keyword'],
        [' a', null],
      ],
    ],
    [
      2,
      6,
      [
        ['nst', 'keyword'],
        [' ', null],
      ],
    ],
    [5, 5, []],
    [6, 99, [['a', null]]],
  ])('from %i to %i keeps the colours', (from, to, pieces) => {
    expect(slicedLine(line, from, to)).toEqual(pieces);
  });
});
