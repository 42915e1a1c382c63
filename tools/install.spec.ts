import { describe, expect, it } from '@jest/globals';
import { missingPackages } from './install.mjs';
import { complaintAboutNode } from './node-version.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'libs/task': { version: '0.1.0' },
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/@foundry/task': { link: true },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
};

describe('installing what is missing', () => {
  it('finds everything missing in a fresh checkout', () => {
    expect(missingPackages(lock, { packages: {} })).toEqual(['pg', 'zod']);
  });

  it('finds a package of another version', () => {
    const installed = {
      packages: { 'node_modules/pg': { version: '8.23.1' }, 'node_modules/zod': { version: '4.0.0' } },
    };
    expect(missingPackages(lock, installed)).toEqual(['zod']);
  });

  it('does not miss workspaces and packages of other platforms', () => {
    const installed = {
      packages: { 'node_modules/pg': { version: '8.23.1' }, 'node_modules/zod': { version: '4.6.7' } },
    };
    expect(missingPackages(lock, installed)).toEqual([]);
  });
});

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '24.1.0'])('takes %s', (version) => {
    expect(complaintAboutNode(version, '20.19.0')).toBeNull();
  });

  it.each(['18.20.8', '20.9.0', '20.18.3'])('refuses %s in one sentence that names both versions', (version) => {
    expect(complaintAboutNode(version, '20.19.0')).toMatch(
      new RegExp(`^Foundry needs Node 20\\.19\\.0 or newer and this is ${version}; [^\\n]+\\.$`),
    );
  });
});
