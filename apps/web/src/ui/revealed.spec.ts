import { describe, expect, it } from '@jest/globals';
import { revealed } from './revealed.js';

describe('code and paths', () => {
  it.each([
    ['notes/\u202egpj.exe', 'notes/[U+202E]gpj.exe'],
    ['if (isAdmin\u200b) \u2066// no\u2069', 'if (isAdmin[U+200B]) [U+2066]// no[U+2069]'],
    ['src/größe/δοκιμή/👩‍💻.ts', 'src/größe/δοκιμή/👩‍💻.ts'],
  ])('%j is shown as %s', (text, shown) => {
    expect(revealed(text)).toBe(shown);
  });
});
