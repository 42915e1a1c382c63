import { describe, expect, it } from '@jest/globals';
import { commitName, noreplyAddress } from './commit-identity.js';

const named = (name: string | null) => commitName({ name, login: 'mira', userId: '7' });

describe('the identity in commits', () => {
  it.each([
    ['Mira Okafor', 'Mira Okafor'],
    ['  Mira\u0000\tOkafor\n', 'Mira Okafor'],
    ['Mira <root@localhost>', 'Mira root@localhost'],
    ['Mira 🦊 Ọkafọr', 'Mira 🦊 Ọkafọr'],
    ['"Mira"', 'Mira'],
    ['<>', 'mira'],
    ['...', 'mira'],
    ['', 'mira'],
    [null, 'mira'],
  ])('is %j as %j', (name, expected) => expect(named(name)).toBe(expected));

  it('is never empty and never endless', () => {
    expect(commitName({ name: ' ', login: ';', userId: '7' })).toBe('user-7');
    expect(named('🦊'.repeat(500))).toMatch(/^.{200}$/u);
  });

  it('has the noreply address of its GitHub', () => {
    expect(noreplyAddress({ userId: '7', login: 'mira' }, 'https://github.com')).toBe(
      '7+mira@users.noreply.github.com',
    );
    expect(noreplyAddress({ userId: '7', login: 'mira' }, 'https://git.acme.example:8443/')).toBe(
      '7+mira@users.noreply.git.acme.example',
    );
  });
});
