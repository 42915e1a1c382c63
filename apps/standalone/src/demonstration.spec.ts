import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Situation, wantsDemonstration } from './demonstration.js';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'foundry-demonstration-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const wanted = (change: Partial<Situation> = {}): boolean =>
  wantsDemonstration({
    dataDir,
    publicUrl: 'http://localhost:3000',
    isNamed: false,
    isUnwanted: false,
    known: { app: false, accounts: false },
    ...change,
  });

async function demonstrated(): Promise<void> {
  await mkdir(join(dataDir, 'github'));
  await writeFile(join(dataDir, 'github', 'state.json'), '{}');
}

const REAL: [string, Partial<Situation>][] = [
  ['the environment names an App', { isNamed: true }],
  ['it was switched off', { isUnwanted: true }],
  ['an App was made on the set-up page', { known: { app: true, accounts: true } }],
  ['others than the people of this machine come', { publicUrl: 'https://foundry.example.com' }],
];

describe('the demonstration GitHub', () => {
  it('comes with a bare clone, and stays with its data', async () => {
    expect(wanted()).toBe(true);
    await demonstrated();
    expect(wanted({ known: { app: false, accounts: true } })).toBe(true);
  });

  it.each(REAL)('does not come when %s', (_when, change) => {
    expect(wanted(change)).toBe(false);
  });

  it.each(REAL)(
    'is refused its data when %s, because the same number would be another person',
    async (_when, change) => {
      await demonstrated();
      expect(() => wanted(change)).toThrow(/belongs to the demonstration GitHub.*DATA_DIR/s);
    },
  );

  it('does not come to the data of a real GitHub that lost its configuration', () => {
    expect(() => wanted({ known: { app: false, accounts: true } })).toThrow(
      /data of a real GitHub.*GITHUB_STAND_IN=off/s,
    );
  });
});
