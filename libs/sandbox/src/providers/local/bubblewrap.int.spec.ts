import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Secret } from '@foundry/messaging';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAgent } from '../../agent/open-agent.js';
import { AgentServer } from '../../machine/agent-server.js';
import { installDemoAgent } from '../../machine/install-demo-agent.js';
import { AgentTalk } from '../../testing/agent-talk.js';
import type { MachineLabels } from '../provider.js';
import { canIsolate } from './bubblewrap.js';
import { LocalProvider } from './local.provider.js';

const abort = () => AbortSignal.timeout(30_000);
// The run of the tests may have fetched it; a host's own goes first.
const fetched = process.env['BUBBLEWRAP_DIR'];
if (fetched !== undefined) process.env['PATH'] = [process.env['PATH'], fetched].join(delimiter);
/** Hosts without bubblewrap cannot tell what it does. */
const where = (await canIsolate()) ? describe : describe.skip;

where('a local machine under bubblewrap', () => {
  let folder: string;
  let provider: LocalProvider;
  let ref: string;
  let server: AgentServer;
  const labels: MachineLabels = {
    instance: randomUUID(),
    organization: '9919',
    task: randomUUID(),
    sandbox: randomUUID(),
    generation: 1,
  };
  const start = { token: 't0ken', environment: { PLANTED: 'value' } };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foundry-isolated-'));
    const agentsFolder = join(folder, 'agents', 'node_modules');
    await mkdir(join(agentsFolder, '.bin'), { recursive: true });
    const program = '#!/usr/bin/env node\nconsole.log(process.version);\n';
    await writeFile(join(agentsFolder, '.bin', 'some-agent'), program, { mode: 0o755 });
    const options = { folder: join(folder, 'machines'), mayBeUnisolated: false, agentBinary: null };
    provider = new LocalProvider({ ...options, agentsFolder, demoAgent: true });
    const made = await provider.create({ labels, token: 'unused' });
    expect(made).toMatchObject({ isolation: 'isolated', home: '/home/user' });
    ref = made.ref;
    server = new AgentServer(await provider.ensureServer(ref, start, abort()), new Secret('t0ken'));
  }, 60_000);
  afterAll(async () => {
    await provider.destroy(ref);
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  const run = async (script: string): Promise<string> => {
    const run = { argv: ['sh', '-c', script], cwd: '/home/user', env: {}, timeoutMs: 10_000, maxBytes: 65_536 };
    return (await server.run(run)).stdout.trim();
  };

  it('is another user on another host, who sees nothing of this one', async () => {
    expect(await run('id -u; hostname; echo $HOME $PLANTED')).toBe('1000\nsandbox\n/home/user value');
    expect(await run('ls /root /home /tmp 2>/dev/null | tr "\\n" " "')).toBe('/home: user  /tmp:');
    expect(Number(await run('ls -d /proc/[0-9]* | wc -l'))).toBeLessThan(12);
    expect(await run('touch /usr/x 2>/dev/null || echo no')).toBe('no');
    expect(await run('cat /etc/shadow /etc/passwd 2>/dev/null | wc -l')).toBe('0');
  });

  it('has the agents of this host on its path, and the Node that runs them, to read', async () => {
    expect(await run('some-agent')).toBe(process.version);
    expect(await run('touch "$(dirname "$(command -v some-agent)")/x" 2>/dev/null || echo no')).toBe('no');
  });

  it('runs the demo agent', async () => {
    await installDemoAgent(server, true, abort());
    const talk = await AgentTalk.open(openAgent(server, 'isolated-1', { agent: 'demo' }), '/home/user');
    await talk.prompt('write made.txt: here');
    expect(await run('cat made.txt')).toBe('here');
    talk.leave();
    await installDemoAgent(server, false, abort());
    expect((await server.agents()).find(({ id }) => id === 'mock')).toMatchObject({ installed: false });
  });

  it('keeps its home over an end of its server, and holds still when it is told to', async () => {
    await run('echo kept > kept; (sleep 300 &) >/dev/null 2>&1');
    await provider.pause(ref);
    expect(await provider.inspect(ref)).toMatchObject({ state: 'paused' });
    await provider.resume(ref);
    expect(await run('cat kept')).toBe('kept');
    await provider.close();
    expect(await provider.inspect(ref)).toMatchObject({ state: 'stopped' });
    server = new AgentServer(await provider.ensureServer(ref, start, abort()), new Secret('t0ken'));
    expect(await run('cat kept; ps 2>/dev/null | grep -c "sleep 30[0]" || true')).toContain('kept');
  });
});
