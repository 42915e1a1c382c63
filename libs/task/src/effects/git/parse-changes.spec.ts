import { describe, expect, it } from '@jest/globals';
import { parseCounts, parseRaw, splitPatches } from './parse-changes.js';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const raw = (letter: string, ...paths: string[]) => [`:100644 100644 ${A} ${B} ${letter}`, ...paths, ''].join('\0');

describe('what git lists', () => {
  it('has every name exactly, whatever is in it', () => {
    const names = ['a "b" ü.txt', 'with\nline', 'tab\there', ':100644 100644 odd M'];
    expect(parseRaw(names.map((name) => raw('M', name)).join('')).map(({ path }) => path)).toEqual(names);
  });

  it('knows both names of a renamed file, and counts it once', () => {
    expect(parseRaw(raw('R087', 'old', 'new') + raw('D', 'gone'))).toMatchObject([
      { status: 'R', path: 'new', oldPath: 'old' },
      { status: 'D', path: 'gone', oldPath: null },
    ]);
    expect(parseCounts('1\t2\t\0old\0new\0-\t-\tpicture\0')).toEqual([
      { added: 1, removed: 2, binary: false },
      { added: 0, removed: 0, binary: true },
    ]);
  });

  it('leaves out what was cut off', () => {
    expect(parseRaw(`${raw('M', 'whole')}:100644 100644 ${A} ${B} M\0cut o`)).toHaveLength(1);
    expect(parseCounts('1\t1\twhole\x003\t4\tcu')).toHaveLength(1);
  });

  it('gives each file its patch, though lines look like the beginning of one', () => {
    const changes = parseRaw(raw('M', 'a') + raw('T', 'link') + raw('R100', 'x', 'y'));
    const text = [
      'diff --git a/a b/a',
      'index 1..2 100644',
      '--- a/a',
      '+++ b/a',
      '@@ -1 +1 @@',
      '-diff --git a/a b/a',
      '+\u2028diff --git',
      'diff --git a/link b/link',
      'deleted file mode 100644',
      '@@ -1 +0,0 @@',
      '-file',
      'diff --git a/link b/link',
      'new file mode 120000',
      '@@ -0,0 +1 @@',
      '+target',
      'diff --git a/x b/y',
      'similarity index 100%',
      '',
    ].join('\n');
    const [first, second, third] = splitPatches(text, changes, false);
    expect(first).toBe('@@ -1 +1 @@\n-diff --git a/a b/a\n+\u2028diff --git\n');
    expect(second).toBe('@@ -1 +0,0 @@\n-file\n@@ -0,0 +1 @@\n+target\n');
    expect(third).toBe('');
    expect(splitPatches(text.slice(0, -30), changes, true)).toEqual([first, second, null]);
  });
});
