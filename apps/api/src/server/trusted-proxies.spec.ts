import { describe, expect, it } from '@jest/globals';
import { TrustedProxies } from './trusted-proxies.js';

describe('the proxies whose word counts', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['loopback, 10.0.0.0/8,fd00::/8 , 192.0.2.7', ['loopback', '10.0.0.0/8', 'fd00::/8', '192.0.2.7']],
  ])('are read from %j', (text, expected) => expect(TrustedProxies.parse(text)).toEqual(expected));

  it.each(['true', '1', '*', '0.0.0.0/0', '::/0', '10.0.0.0/33', 'proxy.internal', '10.0.0.0/8/8', '10.0.0/8'])(
    'are never %s',
    (text) => expect(TrustedProxies.safeParse(text).success).toBe(false),
  );
});
