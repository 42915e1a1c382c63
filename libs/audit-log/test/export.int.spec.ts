import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublicKeys } from '../src/domain/signing-keys.js';
import { AuditExport } from '../src/queries/audit-export.js';
import { aSigningKey } from '../src/testing/a-chain.js';
import { AuditDatabase } from '../src/testing/audit-database.js';

const LENGTH = 1200;
const key = aSigningKey();
const publicKey = key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
let audit: AuditDatabase;
let exports: AuditExport;
let folder: string;

beforeAll(async () => {
  audit = await AuditDatabase.open();
  exports = new AuditExport(audit.database, new PublicKeys([key.publicKey]));
  await audit.appendMany(key, LENGTH, (n) => (n === 7 ? { branch: '=cmd|calc', details: { login: 'a,"b' } } : {}));
  // A machine without the product: only the one file.
  folder = await mkdtemp(join(tmpdir(), 'audit-export-'));
  await copyFile(fileURLToPath(new URL('../audit-verify.mjs', import.meta.url)), join(folder, 'audit-verify.mjs'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await audit.close();
});

const jsonl = (period = {}): Promise<string> => text(exports.open('41', period, 'jsonl'));

const verifyFile = async (content: string, ...more: string[]): Promise<{ code: number; output: string }> => {
  const file = join(folder, 'export.jsonl');
  await writeFile(file, content);
  const args = [join(folder, 'audit-verify.mjs'), file, ...more];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
    });
  });
};

describe('the single file on a machine without the product', () => {
  it('says intact', async () => {
    const { code, output } = await verifyFile(await jsonl(), '--key', publicKey);
    expect([code, output]).toEqual([0, 'intact: stream 41, entries 1 to 1200 (1200 read)\n']);
  });

  it('names the entry of which one byte changed', async () => {
    const lines = (await jsonl()).split('\n');
    const line = lines[700] ?? '';
    lines[700] = line.replace('"admin"', '"owner"');
    const { code, output } = await verifyFile(lines.join('\n'), '--key', publicKey);
    expect([code, output]).toEqual([1, expect.stringContaining('details_changed at entry 700')]);
  });

  it('finds an export cut short, and one that another key signed', async () => {
    const whole = await jsonl();
    expect(await verifyFile(whole.split('\n').slice(0, 500).join('\n'), '--key', publicKey)).toMatchObject({ code: 1 });
    const other = aSigningKey().publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    expect(await verifyFile(whole, '--key', other)).toMatchObject({
      code: 1,
      output: expect.stringContaining('signature'),
    });
    expect(await verifyFile(whole, '--key', publicKey, '--expect', `1201:${'0'.repeat(64)}`)).toMatchObject({
      code: 1,
    });
  });

  it('says that it could not run', async () => {
    expect(await verifyFile('', '--key', publicKey)).toMatchObject({ code: 2 });
    expect(await verifyFile('{}\n', '--key', 'nonsense')).toMatchObject({ code: 2 });
    expect(await verifyFile('{}\n')).toMatchObject({ code: 2, output: expect.stringContaining('Usage') });
  });
});

it('exports the piece of a period, up to the signature after it, which verifies by itself', async () => {
  const period = { from: '2030-01-01T00:10:00Z', to: '2030-01-01T00:15:00Z' };
  const content = await jsonl(period);
  expect(content.split('\n')[0]).toContain('"from":"600"');
  expect(await verifyFile(content, '--key', publicKey)).toMatchObject({
    code: 0,
    output: expect.stringContaining('entries 600 to 1001'),
  });
  const empty = await jsonl({ from: '2040-01-01T00:00:00Z' });
  expect(await verifyFile(empty, '--key', publicKey)).toMatchObject({
    code: 0,
    output: expect.stringContaining('(0 read)'),
  });
});

it('ends at the entry at which it began, whatever arrives meanwhile', async () => {
  const stream = exports.open('41', {}, 'jsonl');
  const first = await new Promise<Buffer>((resolve) => stream.once('data', resolve));
  stream.pause();
  await audit.append(key, { streamId: '41' });
  const content = first.toString() + (await text(stream));
  expect(content.split('\n').at(-2)).toContain(`"seq":"${String(LENGTH)}"`);
  expect(await verifyFile(content, '--key', publicKey)).toMatchObject({ code: 0 });
});

it('writes CSV that a spreadsheet shows and never runs', async () => {
  const lines = (await text(exports.open('41', {}, 'csv'))).split('\r\n');
  expect(lines[0]).toMatch(/^seq,occurred_at,/);
  expect(lines[7]).toContain(`"'=cmd|calc"`);
  expect(lines[7]).toContain(String.raw`"{""login"":""a,\""b""}"`.replaceAll('\\', '\\'));
});

it('ends the stream of a reader that stopped reading', async () => {
  await audit.appendMany(key, 300, () => ({ streamId: '42', details: { text: 'x'.repeat(4000) } }));
  const stalled: Readable = exports.open('42', {}, 'jsonl', 50);
  const error = await new Promise<Error>((resolve) => stalled.once('error', resolve));
  expect(error.message).toContain('gone');
});
