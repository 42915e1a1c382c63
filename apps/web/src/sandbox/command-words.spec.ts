import { describe, expect, it } from '@jest/globals';
import { commandWords } from './command-words.js';

describe('a command line', () => {
  it.each([
    ['npm test', ['npm', 'test']],
    ['  git   log -1 ', ['git', 'log', '-1']],
    [`grep "two words" 'it''s' a"b c"d`, ['grep', 'two words', 'its', 'ab cd']],
    [`echo "" $HOME; rm -rf`, ['echo', '', '$HOME;', 'rm', '-rf']],
    ['', null],
    ['   ', null],
    ['echo "open', null],
  ])('%j is %j', (line, words) => {
    expect(commandWords(line)).toEqual(words);
  });
});
