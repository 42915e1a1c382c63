import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { BootError } from './boot-error.js';
import { refusedAddress } from './refused-address.js';

describe('an address that cannot be listened on', () => {
  it('is named with the key that changes it', () => {
    const taken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });
    const refused = refusedAddress(taken, { host: '127.0.0.1', port: 3000, key: 'PORT' });
    expect(refused).toEqual(
      new BootError('127.0.0.1:3000 is taken by another process; stop it, or choose another with PORT.'),
    );
  });

  it('is told apart from what is wrong otherwise', () => {
    const bug = new TypeError('a bug');
    expect(refusedAddress(bug, { host: '127.0.0.1', port: 3000, key: 'PORT' })).toBe(bug);
  });

  it('has the code that Node gives it', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const held = holder.address();
    const port = typeof held === 'object' && held !== null ? held.port : 0;
    const late = createServer().listen(port, '127.0.0.1');
    const [error] = await once(late, 'error').catch((reason: unknown) => [reason]);
    holder.close();
    expect(refusedAddress(error, { host: '127.0.0.1', port, key: 'PORT' })).toBeInstanceOf(BootError);
  });
});
