import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentBinary } from '../providers/local/agent-binary.js';

/** Where a stand-in's machines run: the real agent server as a plain process with a home of its own. */
export class AgentProcess {
  private child: ChildProcess | null = null;

  private constructor(
    readonly host: string,
    readonly port: number,
    readonly home: string,
  ) {}

  static async make(): Promise<AgentProcess> {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const address = probe.address();
    await new Promise((resolve) => probe.close(resolve));
    if (address === null || typeof address === 'string') throw new Error('There is no free port.');
    return AgentProcess.at('127.0.0.1', address.port);
  }

  /** At an address of loopback (on Linux all of 127.0.0.0/8 is) and a port that nobody else has. */
  static async at(host: string, port: number): Promise<AgentProcess> {
    return new AgentProcess(host, port, await mkdtemp(join(tmpdir(), 'foundry-agent-')));
  }

  /** Starts the server with the arguments of the machine's own, but at its own address. */
  async serve(token: string, environment: Record<string, string>): Promise<void> {
    const program = await agentBinary(null, join(tmpdir(), 'foundry-agent-binary'));
    const place = ['--host', this.host, '--port', String(this.port), '--no-telemetry'];
    this.child = spawn(program, ['--token', token, 'server', ...place], {
      cwd: this.home,
      env: { ...environment, HOME: this.home, PATH: process.env['PATH'] ?? '' },
      stdio: 'ignore',
    });
  }

  end(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  async remove(): Promise<void> {
    this.end();
    await rm(this.home, { recursive: true, force: true });
  }
}
