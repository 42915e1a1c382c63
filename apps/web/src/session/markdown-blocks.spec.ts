import { describe, expect, it } from '@jest/globals';
import { markdownBlocks } from './markdown-blocks.js';

describe('blocks of Markdown', () => {
  it('are parted by empty lines, and are the text together', () => {
    const text = '# One\n\ntwo\nthree\n\n\nfour';
    expect(markdownBlocks(text)).toEqual(['# One\n', 'two\nthree\n\n', 'four']);
    expect(markdownBlocks(text).join('\n')).toBe(text);
  });

  it('keep code whole, also while its end is not there yet', () => {
    expect(markdownBlocks('```ts\na\n\nb\n```\n\nafter')).toEqual(['```ts\na\n\nb\n```\n', 'after']);
    expect(markdownBlocks('~~~\na\n\n```\n\nb')).toEqual(['~~~\na\n\n```\n\nb']);
  });

  it('keep a list whole that has empty lines', () => {
    expect(markdownBlocks('1. a\n\n2. b\n\n   more\n\nafter')).toEqual(['1. a\n\n2. b\n\n   more\n', 'after']);
  });
});
