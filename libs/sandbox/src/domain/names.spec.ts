import { describe, expect, it } from '@jest/globals';
import { gitOptions } from '../access/safe-git.js';
import { Policy } from './policy.entity.js';
import { chooseProvider } from './provider-choice.js';
import { isReserved } from './reserved-names.js';
import { shownArguments } from './shown-arguments.js';
import { workingFolder } from './working-folder.js';

describe('names and arguments', () => {
  it.each(['../..', '/etc', 'a/../../b', 'a\0b', 'a\\b'])('%j is no folder of the repository', (cwd) => {
    expect(() => workingFolder(cwd)).toThrow('repository');
  });

  it('folders of the repository are taken in their plain form', () => {
    expect(['.', './a//b/', 'a b'].map(workingFolder)).toEqual(['.', 'a/b', 'a b']);
  });

  it('variables that would open or break machines are reserved', () => {
    const reserved = [
      'PATH',
      'GITHUB_TOKEN',
      'E2B_API_KEY',
      'LD_PRELOAD',
      'FOUNDRY_X',
      'GIT_CONFIG_COUNT',
      'NODE_OPTIONS',
    ];
    expect(reserved.filter((name) => !isReserved(name))).toEqual([]);
    expect(['ANTHROPIC_API_KEY', 'DEBUG', 'CI'].filter(isReserved)).toEqual([]);
  });

  it('secrets of known forms are not shown', () => {
    const token = `ghp_${'a'.repeat(36)}`;
    expect(
      shownArguments(['curl', '-H', `Authorization: ${token}`, '--token', 'abc', 'API_KEY=xyz', 'https://u:pw@host/x']),
    ).toEqual([
      'curl',
      '-H',
      'Authorization: [secret]',
      '--token',
      '[secret]',
      'API_KEY=[secret]',
      'https://u:[secret]@host/x',
    ]);
  });

  it('git gets nothing of the repository that runs programs', () => {
    const options = gitOptions(['filter.x.clean', 'filter.x.required', 'user.name', 'diff.y.textconv'], null);
    expect(options).toEqual(expect.arrayContaining(['filter.x.clean=', 'filter.x.required=false', 'diff.y.textconv=']));
    expect(options.join(' ')).not.toContain('user.name');
  });
});

describe('the choice of a provider', () => {
  const offer = { configured: ['e2b', 'docker'] as const, preferred: null };
  const policy = Policy.of({ organizationId: '1', idleMinutes: 15, providers: ['docker'], defaultProvider: 'docker' });

  it('is what was asked for, the organization’s, the instance’s, the first', () => {
    expect(chooseProvider('e2b', null, offer)).toBe('e2b');
    expect(chooseProvider(null, policy, offer)).toBe('docker');
    expect(chooseProvider(null, null, { ...offer, preferred: 'docker' })).toBe('docker');
    expect(chooseProvider(null, null, offer)).toBe('e2b');
  });

  it('is refused where it is not configured or not allowed', () => {
    expect(() => chooseProvider('local', null, offer)).toThrow('local');
    expect(() => chooseProvider('e2b', policy, offer)).toThrow('e2b');
    expect(() => chooseProvider(null, null, { configured: [], preferred: null })).toThrow('SANDBOX_PROVIDERS');
  });
});
