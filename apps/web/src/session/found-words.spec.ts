import { describe, expect, it } from '@jest/globals';
import { aroundWords } from './found-words.js';

describe('words that were found', () => {
  it('are parted from what stands around them, as they stand there', () => {
    expect(aroundWords('A Good\nDay to all', 'good day')).toEqual(['A ', 'Good Day', ' to all']);
  });

  it('stay near the beginning of the line', () => {
    const [before, match] = aroundWords(`${'x'.repeat(100)}needle`, 'needle');
    expect(before).toBe(`…${'x'.repeat(30)}`);
    expect(match).toBe('needle');
  });

  it('may be cut off from a text that changed since', () => {
    expect(aroundWords('something else', 'needle')).toEqual(['something else', '', '']);
  });
});
