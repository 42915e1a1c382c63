import { describe, expect, it } from '@jest/globals';
import { allowedOrigins, isAllowedOrigin } from './origin.js';

const ours = allowedOrigins(['https://ours.com/app', 'http://127.0.0.1:3000']);

describe('the origin of a socket', () => {
  it.each([
    'https://ours.com',
    'https://OURS.com',
    'HTTPS://ours.com',
    'https://ours.com:443',
    'http://127.0.0.1:3000',
  ])('is accepted: %s', (origin) => {
    expect(isAllowedOrigin(ours, origin)).toBe(true);
  });

  it.each([
    'https://evil-ours.com',
    'https://ours.com.evil',
    'https://ours.com:8443',
    'http://ours.com',
    'https://ours.com/app',
    'https://me@ours.com',
    'null',
    '',
    'ours.com',
    'http://127.0.0.1',
    'file:///ours.com',
  ])('is refused: %s', (origin) => {
    expect(isAllowedOrigin(ours, origin)).toBe(false);
  });

  it('is refused when absent', () => {
    expect(isAllowedOrigin(ours, undefined)).toBe(false);
  });
});
