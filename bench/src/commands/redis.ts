import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A Redis of the benchmark's own, appending every second, as a queue in production has it. Null without the program. */
export async function startRedis(port: number): Promise<{ stop(): Promise<void> } | null> {
  const folder = await mkdtemp(join(tmpdir(), 'foundry-bench-'));
  const settings = [
    '--port',
    String(port),
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--appendfsync',
    'everysec',
    '--save',
    '',
  ];
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  const missing = new AbortController();
  child.on('error', () => {
    missing.abort();
  });
  const stop = async (): Promise<void> => {
    child.kill();
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100 && !missing.signal.aborted; tries += 1) {
    if (await answers(port)) return { stop };
    await wait(50);
  }
  await stop();
  return null;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
