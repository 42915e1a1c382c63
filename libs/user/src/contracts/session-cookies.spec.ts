import { describe, expect, it } from '@jest/globals';
import { SessionCookies } from './session-cookies.js';

const VALUE = 'a'.repeat(43);

describe('the session cookie', () => {
  it('is bound to the host on https, and plain on loopback', () => {
    expect(new SessionCookies('https://foundry.example').session.set(VALUE)).toBe(
      `__Host-foundry_session=${VALUE}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=2592000`,
    );
    expect(new SessionCookies('http://localhost:3000').session.clear()).toBe(
      'foundry_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    );
  });

  it('is read from among others, and only when it is there once and whole', () => {
    const { session } = new SessionCookies('https://foundry.example');
    const name = '__Host-foundry_session';
    expect(session.read(`a=b; ${name}=${VALUE};c`)).toBe(VALUE);
    for (const header of [
      undefined,
      '',
      `foundry_session=${VALUE}`,
      `${name}=${VALUE}; ${name}=${VALUE}`,
      `${name}=${VALUE}x`,
      `${name}="${VALUE}"`,
    ]) {
      expect(session.read(header)).toBeNull();
    }
  });
});
