import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { isRefName, isRefPrefix } from './ref-name.js';

const NAMES = [
  'main',
  'foundry/a-b',
  'a..b',
  '-x',
  'x y',
  'a.lock',
  'a@{b',
  '/a',
  'a/',
  'a//b',
  '.a',
  'a/.b',
  'a.',
  'a~b',
  'a^b',
  'a:b',
  'a?b',
  'a*b',
  'a[b',
  'a\\b',
  'a@b',
  '$(id)',
  'x;id',
  'x`id`',
  "x'y",
  'ünïcode',
  'a\u0007b',
  'a/b.lock/c',
  'x.locks',
];

describe('branch names', () => {
  it.each(NAMES)('agrees with git about %j', (name) => {
    const { status } = spawnSync('git', ['check-ref-format', '--branch', name]);
    expect(isRefName(name)).toBe(status === 0);
  });

  it('refuses HEAD, @, nothing, and more than 255 bytes', () => {
    expect(['HEAD', '@', '', 'x'.repeat(256), 'ü'.repeat(128)].map(isRefName)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(isRefName('x'.repeat(255))).toBe(true);
  });

  it('takes no prefix, a folder or a beginning as a prefix', () => {
    expect(['', 'foundry/', 'fix-', 'a/b/'].map(isRefPrefix)).toEqual([true, true, true, true]);
    expect(['/', 'a..', '-', 'a b/', 'a.lock/', '.'].map(isRefPrefix)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
