import { describe, expect, it } from '@jest/globals';
import { findBrowser } from './browser.mjs';

const places = ['/usr/bin/first', '/usr/bin/second'];

describe('finding a browser', () => {
  it('takes the one that is named, and no other', async () => {
    const isThere = (path: string) => path === '/opt/chrome';
    const found = await findBrowser({ CHROMIUM_PATH: '/opt/chrome' }, { places, isThere });
    expect(found).toEqual({ env: { CHROMIUM_PATH: '/opt/chrome' } });
    const wrong = await findBrowser({ CHROMIUM_PATH: '/opt/nothing' }, { places, isThere: () => false });
    expect(wrong.advice).toContain('/opt/nothing');
  });

  it('takes the system’s without installing anything', async () => {
    const install = () => Promise.reject(new Error('not asked for'));
    const found = await findBrowser({}, { places, isThere: (path: string) => path === '/usr/bin/second', install });
    expect(found).toEqual({ env: { CHROMIUM_PATH: '/usr/bin/second' } });
  });

  it('installs one where it may, and says what to do where it may not', async () => {
    const installed = new Set<string>();
    const options = { places, isThere: (path: string) => installed.has(path) };
    const done = await findBrowser(
      {},
      { ...options, install: () => Promise.resolve(void installed.add('/usr/bin/first')) },
    );
    expect(done).toEqual({ env: { CHROMIUM_PATH: '/usr/bin/first' } });
    installed.clear();
    const { advice } = await findBrowser({}, { ...options, install: () => Promise.resolve() });
    expect(advice).toContain('apt-get install chromium');
  });
});
