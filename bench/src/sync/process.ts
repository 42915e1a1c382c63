import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Of the kernel's accounts, on every Linux that Node runs on. */
const TICKS_A_SECOND = 100;

/** A program of this repository as a process of its own; the first line that `ready` understands says it is up. */
export class Program<T> {
  private constructor(
    private readonly child: ChildProcess,
    readonly up: T,
  ) {}

  static async start<T>(
    main: string,
    environment: Record<string, string>,
    ready: (line: string) => T | null,
  ): Promise<Program<T>> {
    // Profiles, when somebody asks: BENCH_PROFILE=<folder>.
    const profile = process.env['BENCH_PROFILE'];
    const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
    const child = spawn(process.execPath, [...flags, resolve(ROOT, main)], {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const last: string[] = [];
    const up = await new Promise<T>((started, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        last.splice(0, last.length - 4);
        last.push(line);
        const said = ready(line);
        if (said !== null) started(said);
      });
      child.once('exit', (code) => {
        reject(new Error(`${main} ended with ${String(code)}.\n${last.join('\n')}`));
      });
    });
    return new Program(child, up);
  }

  /** The most memory that it ever had, in MB; only Linux tells. */
  async peakMemory(): Promise<number | null> {
    if (process.platform !== 'linux' || this.child.pid === undefined) return null;
    const status = await readFile(`/proc/${String(this.child.pid)}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  }

  /** Seconds that it had a processor so far; only Linux tells. It says more than a clock on a busy machine. */
  async processorTime(): Promise<number | null> {
    if (process.platform !== 'linux' || this.child.pid === undefined) return null;
    const text = await readFile(`/proc/${String(this.child.pid)}/stat`, 'utf8');
    const [user = 0, system = 0] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return (user + system) / TICKS_A_SECOND;
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exited;
  }
}
