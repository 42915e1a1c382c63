import { describe, expect, it } from '@jest/globals';
import { changedPart, diffOfTexts, patchLines, splitRows } from './diff-lines.js';

const PATCH = `diff --git a/a.ts b/a.ts
index 1..2 100644
--- a/a.ts
+++ b/a.ts
@@ -10,3 +10,4 @@ function x() {
 same
-old
+new
+more
 end
\\ No newline at end of file
`;
const shown = (lines: ReturnType<typeof patchLines>): string[] =>
  lines.map(({ kind, oldLine, newLine, text }) => `${kind} ${oldLine ?? '-'} ${newLine ?? '-'} ${text}`);

describe('a patch', () => {
  it('has the numbers of both sides', () => {
    expect(shown(patchLines(PATCH)).slice(1)).toEqual([
      'context 10 10 same',
      'removed 11 - old',
      'added - 11 new',
      'added - 12 more',
      'context 12 13 end',
      'note - - No newline at end of file',
    ]);
  });

  it('is shown in two columns with what replaced what', () => {
    const rows = splitRows(patchLines(PATCH)).map(({ left, right }) => [left?.text ?? null, right?.text ?? null]);
    expect(rows.slice(1, 5)).toEqual([
      ['same', 'same'],
      ['old', 'new'],
      [null, 'more'],
      ['end', 'end'],
    ]);
  });
});

describe('the difference of two texts', () => {
  it('keeps common lines, with three around each change', () => {
    const before = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
    const after = before.map((line) => (line === 'line 10' ? 'changed' : line));
    expect(shown(diffOfTexts(before.join('\n'), after.join('\n')))).toEqual([
      'hunk - - Line 7',
      'context 7 7 line 7',
      'context 8 8 line 8',
      'context 9 9 line 9',
      'removed 10 - line 10',
      'added - 10 changed',
      'context 11 11 line 11',
      'context 12 12 line 12',
      'context 13 13 line 13',
    ]);
  });

  it('of a new file is all of it', () => {
    expect(shown(diffOfTexts('', 'a\nb\n'))).toEqual(['added - 1 a', 'added - 2 b']);
  });

  it('finds lines that moved apart', () => {
    expect(shown(diffOfTexts('a\nb\nc', 'a\nx\nb\nc'))).toEqual([
      'context 1 1 a',
      'added - 2 x',
      'context 2 3 b',
      'context 3 4 c',
    ]);
  });
});

it('of two words is what stands between their common ends', () => {
  expect(changedPart('const total = 1;', 'const sum = 1;')).toEqual([6, 11]);
  expect('const total = 1;'.slice(6, 11)).toBe('total');
});
