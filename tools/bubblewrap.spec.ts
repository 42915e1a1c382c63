import { describe, expect, it } from '@jest/globals';
import { fetchBubblewrap } from './bubblewrap.mjs';

const folder = '/cache';
const program = '/cache/usr/bin/bwrap';

describe('fetching bubblewrap', () => {
  it('is done once, where Debian has it', async () => {
    const there = new Set<string>();
    const unpack = () => Promise.resolve(void there.add(program));
    const isThere = (path: string) => there.has(path);
    expect(await fetchBubblewrap({ folder, isThere, isDebian: true, unpack })).toEqual({
      BUBBLEWRAP_DIR: '/cache/usr/bin',
    });
    const never = () => Promise.reject(new Error('It was fetched before.'));
    expect(await fetchBubblewrap({ folder, isThere, isDebian: true, unpack: never })).toHaveProperty('BUBBLEWRAP_DIR');
  });

  it('is no failure where it cannot be had', async () => {
    const isThere = () => false;
    expect(await fetchBubblewrap({ folder, isThere, isDebian: true, unpack: () => Promise.resolve() })).toEqual({});
    const never = () => Promise.reject(new Error('This is no Debian.'));
    expect(await fetchBubblewrap({ folder, isThere, isDebian: false, unpack: never })).toEqual({});
  });
});
