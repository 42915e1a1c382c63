import { describe, expect, it } from '@jest/globals';
import { coloured } from './colour.js';

describe('code', () => {
  it('is parted by what its pieces are', async () => {
    const [first] = (await coloured("const total = sum(1, 'kr'); // all", 'typescript')) ?? [];
    const pieces = Object.fromEntries((first ?? []).map(([text, role]) => [text.trim(), role]));
    expect(pieces).toMatchObject({
      const: 'keyword',
      sum: 'name',
      '1': 'constant',
      "'kr'": 'string',
      '// all': 'comment',
    });
  });

  it('is the same text as before, line by line', async () => {
    const code = '<p class="a">\n\n  <b>x</b>\n</p>';
    const lines = (await coloured(code, 'html')) ?? [];
    expect(lines.map((line) => line.map(([text]) => text).join('')).join('\n')).toBe(code);
  });

  it('of a difference shows what comes and goes', async () => {
    const lines = (await coloured('-old\n+new', 'diff')) ?? [];
    expect(lines.map((line) => line.at(-1)?.[1])).toEqual(['removed', 'added']);
  });

  it('of a language that nobody knows has no colours', async () => {
    expect(await coloured('x', 'klingon')).toBeNull();
  });
});
