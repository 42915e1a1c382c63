import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { entryFor, missingOptionals } from './lockfile.mjs';

describe('the lock file', () => {
  it('has every optional package of every platform, or npm ci refuses it (node tools/lockfile.mjs adds them)', () => {
    const Lock = z.object({ packages: z.record(z.string(), z.unknown()) });
    const lock = Lock.parse(JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')));
    expect(missingOptionals(lock).map(({ name }) => name)).toEqual([]);
  });

  it('misses a package that is neither beside nor above the one that names it', () => {
    const named = { optionalDependencies: { 'a-linux-x64': '1.0.0', 'b-darwin-arm64': '^2.0.0' } };
    const packages = { '': {}, 'node_modules/top': named, 'node_modules/a-linux-x64': {} };
    expect(missingOptionals({ packages })).toEqual([{ name: 'b-darwin-arm64', range: '^2.0.0', parent: named }]);
  });

  it.each([
    ['@swc/core-linux-s390x-gnu', { cpu: ['s390x'], libc: ['glibc'], os: ['linux'] }],
    ['@unrs/resolver-binding-linux-arm-musleabihf', { cpu: ['arm'], libc: ['musl'], os: ['linux'] }],
    ['@swc/core-win32-x64-msvc', { cpu: ['x64'], os: ['win32'] }],
  ])('reads from the name of %s what it runs on', (name, platform) => {
    expect(entryFor({ name, range: '1.2.3', parent: {} })).toEqual({ version: '1.2.3', optional: true, ...platform });
  });
});
