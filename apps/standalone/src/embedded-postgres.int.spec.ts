import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { isRoot } from './embedded-postgres/account.js';
import { livePostmaster } from './embedded-postgres/postmaster.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

let dataDir: string;
let told: string[];
let running: EmbeddedPostgres[];

async function start(folder = dataDir): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log: (line) => told.push(line) });
  running.push(postgres);
  return postgres;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows.map((row) => Object.values(row)[0]);
}

/** Another run, as a process of its own; resolves with its database's address. */
async function anotherRun(): Promise<{ process: ChildProcess; url: string }> {
  const program = `
    const { startEmbeddedPostgres } = await import(process.argv[1]);
    const { url } = await startEmbeddedPostgres({ dataDir: process.argv[2], log: () => {} });
    console.log(url);`;
  const built = new URL('../dist/embedded-postgres.js', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, built, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const firstLine: unknown[] = await once(createInterface({ input: child.stdout }), 'line');
  return { process: child, url: String(firstLine[0]) };
}

async function kill9(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'foundry-postgres-'));
  told = [];
  running = [];
});

afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  await rm(dataDir, { recursive: true });
});

describe('the embedded Postgres', () => {
  it('keeps its data over a restart', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'select answer from kept')).toEqual([42]);
  });

  it('stops cleanly, once, however often it is asked', async () => {
    const postgres = await start();
    await Promise.all([postgres.stop(), postgres.stop()]);
    expect(told).toContainEqual(expect.stringContaining('database system is shut down'));
    expect(told).not.toContainEqual(expect.stringContaining('has ended by itself'));
    expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const { url } = await start();
    await expect(ask(url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow('password authentication failed');
    const { mode } = await stat(join(dataDir, 'postgres.password'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('refuses a folder that another run uses, and says which run and what to do', async () => {
    const other = await anotherRun();
    await expect(start()).rejects.toThrow(
      new RegExp(`foundry run, process ${String(other.process.pid)}.*${dataDir}.*DATA_DIR`, 's'),
    );
    expect(await ask(other.url, 'select 1')).toEqual([1]);
    await kill9(other.process);
    await start();
  });

  it('recovers what a run that was killed had committed', async () => {
    const other = await anotherRun();
    await ask(other.url, 'create table kept as select 42 as answer');
    await kill9(other.process);
    const { url } = await start();
    expect(told).toContainEqual(expect.stringContaining('which a run that was killed has left behind'));
    expect(await ask(url, 'select answer from kept')).toEqual([42]);
  });

  it('recovers when the server was killed too', async () => {
    const other = await anotherRun();
    await ask(other.url, 'create table kept as select 42 as answer');
    const server = await livePostmaster(join(dataDir, 'postgres'));
    process.kill(server?.pid ?? Number.NaN, 'SIGKILL');
    await kill9(other.process);
    const { url } = await start();
    expect(await ask(url, 'select answer from kept')).toEqual([42]);
  });

  it('does not take any program that has the number of a dead server for that server', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${String(process.pid)}\n${dataDir}\n0\n5432\n`);
    expect(await ask((await start()).url, 'select 1')).toEqual([1]);
  });

  it('begins anew when the first run was killed before its database was whole', async () => {
    await mkdir(join(dataDir, 'postgres.new'));
    await writeFile(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    expect(await ask((await start()).url, 'select 1')).toEqual([1]);
  });

  it('says so when the server ends by itself', async () => {
    await start();
    const server = await livePostmaster(join(dataDir, 'postgres'));
    const heard = new Promise<string>((resolve) => {
      told.push = (line) => told.length + (line.includes('has ended by itself') ? (resolve(line), 1) : 1);
    });
    process.kill(server?.pid ?? Number.NaN, 'SIGKILL');
    expect(await heard).toContain('restart Foundry');
  });

  (isRoot() ? it : it.skip)('runs as another account than root, from a folder that only root may enter', async () => {
    const hidden = join(dataDir, 'hidden', 'data');
    await mkdir(hidden, { recursive: true });
    await chmod(dirname(hidden), 0o700);
    const postgres = await start(hidden);
    const server = await livePostmaster(join(hidden, 'postgres'));
    expect(await readFile(`/proc/${String(server?.pid)}/status`, 'utf8')).toMatch(/^Uid:\s+65534\s+65534/m);
    await postgres.stop();
    await rm(dirname(await readlink(join(hidden, 'postgres'))), { recursive: true });
  });
});
