import { describe, expect, it } from '@jest/globals';
import { fileAt, filesIn } from './file-views.js';

const SHA = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';
const listing = [
  `100644 blob ${SHA}      12\ta "b" ü.txt`,
  `100755 blob ${SHA}       3\trun me`,
  `120000 blob ${SHA}       9\there`,
  `040000 tree ${SHA}       -\tsrc`,
  `160000 commit ${SHA}       -\tvendored`,
  '',
].join('\0');

describe('the listing of a folder', () => {
  it('has every entry by its exact name, folders first', () => {
    expect(filesIn(listing, '').map(({ name, kind, size }) => [name, kind, size])).toEqual([
      ['src', 'folder', null],
      ['a "b" ü.txt', 'file', 12],
      ['run me', 'executable', 3],
      ['here', 'link', 9],
      ['vendored', 'submodule', null],
    ]);
  });

  it('names entries by their whole path', () => {
    expect(filesIn(listing, 'docs').at(0)?.path).toBe('docs/src');
  });

  it('of an empty folder is empty', () => {
    expect(filesIn('', '')).toEqual([]);
  });
});

describe('the content of a file', () => {
  it('is its text', () => {
    expect(fileAt('a', 2, 'hi')).toEqual({ path: 'a', size: 2, binary: false, tooLarge: false, text: 'hi' });
  });

  it('is not shown when it is binary or too large', () => {
    expect(fileAt('a', 3, 'h\0i')).toMatchObject({ binary: true, tooLarge: false, text: null });
    expect(fileAt('a', 9_000_000, null)).toMatchObject({ binary: false, tooLarge: true, text: null });
  });
});
