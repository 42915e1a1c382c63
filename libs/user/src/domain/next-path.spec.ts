import { describe, expect, it } from '@jest/globals';
import { nextPath } from './next-path.js';

const HOME = 'https://foundry.example';

describe('where to go after signing in', () => {
  it.each(['/', '/acme', '/acme/tasks?q=a%20b#top', '/search?q=100%25', '/x?from=%2Facme', '/caf%C3%A9', '/%'])(
    '%s',
    (path) => {
      expect(nextPath(path, HOME)).toBe(path);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'evil.example',
    '',
    ' //evil.example',
    '/\t/evil.example',
    '/%2F%2Fevil.example',
    '/%2Fevil.example',
    '/%5Cevil.example',
    '/%255Cevil.example',
    '%2F%2Fevil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%0d%0aSet-Cookie:x',
    '/%25252525252525%2F/evil.example',
    '/v1/auth/github',
    '/%76%31/auth/github',
    `/${'x'.repeat(2000)}`,
    undefined,
    ['/a', '/b'],
  ])('not %j', (path) => {
    expect(nextPath(path, HOME)).toBe('/');
  });
});
