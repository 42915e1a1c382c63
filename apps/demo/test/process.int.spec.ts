import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const Line = z.object({ webUrl: z.string(), apiUrl: z.string() });

describe('the stand-in as a process', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'github-process-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('says where it is in one line without secrets, answers, and saves before it ends', async () => {
    const env = {
      PATH: process.env['PATH'],
      GITHUB_STAND_IN_FOLDER: folder,
      GITHUB_STAND_IN_PORT: '0',
      GITHUB_STAND_IN_PRODUCT_URL: 'http://127.0.0.1:3999',
    };
    const child = spawn(process.execPath, [main], { env });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    await once(child.stdout, 'data');
    const { apiUrl } = Line.parse(JSON.parse(output));
    expect((await fetch(`${apiUrl}/users/mira-okafor`)).status).toBe(200);
    child.kill('SIGTERM');
    const [code] = z.tuple([z.number(), z.null()]).parse(await once(child, 'exit'));
    expect(code).toBe(0);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(await readFile(join(folder, 'state.json'), 'utf8'))).toHaveProperty('pulls');
  });
});
