import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeMissingLinks } from './binaries.js';

const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' }];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foundry-binaries-'));
  await mkdir(join(folder, 'native', 'lib'), { recursive: true });
  await writeFile(join(folder, 'native/lib/libpq.so.5.18'), 'library');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the version links of the libraries', () => {
  it('are made when no install script has made them, and only then', async () => {
    await writeFile(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));
    await makeMissingLinks(folder);
    await makeMissingLinks(folder);
    expect(await readFile(join(folder, 'native/lib/libpq.so'), 'utf8')).toBe('library');
  });

  it('are not needed where the package lists none', async () => {
    await expect(makeMissingLinks(folder)).resolves.toBeUndefined();
  });
});
