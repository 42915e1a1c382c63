import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundry/messaging/testing';
import { MachineAccess } from '../src/access/machine-access.js';
import { AGENT_TIMINGS } from '../src/agent/agent-timings.js';
import { openAgent } from '../src/agent/open-agent.js';
import type { AgentConnection, AgentNews, SandboxView } from '../src/contracts/index.js';
import { AgentServer } from '../src/machine/agent-server.js';
import { agentViews } from '../src/machine/agent-views.js';
import { AgentTalk } from '../src/testing/agent-talk.js';
import { Foundry } from '../src/testing/foundry.js';
import { SlowWay } from '../src/testing/slow-way.js';

let foundry: Foundry;
let view: SandboxView;
let repository: string;
const talks: AgentTalk[] = [];

beforeAll(async () => {
  foundry = await Foundry.start({ SANDBOX_DEMO_AGENT: '1' });
  view = await foundry.ready(await foundry.git.repository('orders', { 'README.md': '# Orders\n\nOf goods.\n' }));
  repository = (await foundry.access.places(view)).repository;
});
afterEach(async () => {
  for (const talk of talks.splice(0)) {
    talk.leave();
    await talk.connection.close();
  }
});
afterAll(async () => {
  await foundry.stop();
});

const onMachine = () => foundry.kernel.workerApp.get(MachineAccess, { strict: false }).open(view);
const connect = (serverId = `${randomUUID()}-1`, agent: string | null = 'demo') =>
  foundry.access.agent(view, serverId, ...(agent === null ? [] : [{ agent }]));

async function talk(connection?: AgentConnection): Promise<AgentTalk> {
  const opened = await AgentTalk.open(connection ?? (await connect()), repository);
  talks.push(opened);
  return opened;
}

const idsOf = (heard: readonly AgentNews[]): number[] =>
  heard.flatMap((news) => {
    if (news.kind === 'event') return [news.event.id];
    if (news.kind === 'gap')
      return Array.from({ length: news.gap.to - news.gap.from + 1 }, (_, at) => news.gap.from + at);
    return [];
  });
const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);
/** Waits until so many demo agents run on this machine; a host that does not isolate shows those of others too. */
const untilAgents = (count: number) =>
  eventually(async () => {
    const script = `for folder in /proc/[0-9]*; do
      tr '\\0' '\\n' < "$folder/environ" | grep -q '^FOUNDRY_MACHINE=${view.sandboxId}/' && cat "$folder/cmdline"
    done 2>/dev/null | tr '\\0' '\\n' | grep -c '/main[.]js$' || true`;
    expect(Number(await foundry.run(view, 'sh', '-c', script))).toBe(count);
  });

describe('the demo agent', () => {
  it('is there for people by its own name, ready to work, and nobody sees the echo of the server', async () => {
    const { server } = await onMachine();
    const views = await agentViews(server, AbortSignal.timeout(60_000));
    expect(views.find(({ id }) => id === 'demo')).toMatchObject({
      ...{ name: 'Demo agent', installed: true, credentialsPresent: true },
      modes: expect.arrayContaining([{ id: 'plan', name: 'Plan only' }]),
    });
    expect(JSON.stringify(views)).not.toMatch(/mock/i);
  });

  it('does real work for a request in words, and asks for each change', async () => {
    const demo = await talk();
    expect(await demo.prompt('Explain the orders')).toMatchObject({ result: { stopReason: 'end_turn' } });
    expect(demo.asked.map(({ params }) => [params.toolCall.kind, params.toolCall.title])).toEqual([
      ['edit', 'Append to NOTES.md'],
      ['execute', 'git status --short'],
    ]);
    expect(await foundry.run(view, 'cat', 'NOTES.md')).toContain('- Explain the orders');
    expect(demo.said()).toContain('begins with: *Orders*');
    expect(demo.said()).toContain('?? NOTES.md');
    expect(demo.said('agent_thought_chunk')).toContain('Explain the orders');
    expect(demo.updates('plan').at(-1)).toMatchObject({
      entries: [{ status: 'completed' }, {}, { status: 'completed' }],
    });
    const diffs = demo.updates('tool_call').filter(({ kind }) => kind === 'edit');
    expect(diffs).toMatchObject([
      { content: [{ type: 'diff', oldText: null, newText: '# Notes\n\n- Explain the orders\n' }] },
    ]);
  });

  it('changes nothing that people deny, also for good, and nothing outside of the repository', async () => {
    const demo = await talk();
    demo.decide = ({ params }) => (params.toolCall.kind === 'edit' ? 'reject_always' : 'allow_once');
    await demo.prompt('write no.txt: x\nwrite no-too.txt: x\nrun cat no.txt\nwrite ../out.txt: x');
    expect(demo.asked.map(({ params }) => params.toolCall.kind)).toEqual(['edit', 'execute']);
    expect(demo.said()).toContain('`cat no.txt` ended with 1');
    expect(demo.said()).toContain('`../out.txt` is outside of the repository');
  });

  it('commits for real, and takes no message for a command', async () => {
    const demo = await talk();
    await demo.prompt('write src/a.txt: one\ncommit Say $(touch injected) "so"');
    expect(await foundry.run(view, 'git', 'log', '-1', '--format=%s')).toBe('Say $(touch injected) "so"');
    expect(await foundry.run(view, 'git', 'show', '--name-only', '--format=', 'HEAD')).toContain('src/a.txt');
    expect(await foundry.run(view, 'git', 'status', '--short')).toBe('');
  });

  it('asks nothing in the mode for that, and plans only in the other', async () => {
    const demo = await talk();
    const { sessionId } = demo;
    await demo.ask('session/set_mode', { sessionId, modeId: 'bypassPermissions' });
    await demo.prompt('write b.txt: two');
    await demo.ask('session/set_config_option', { sessionId, configId: 'mode', value: 'plan' });
    await demo.prompt('delete b.txt');
    expect(demo.asked).toEqual([]);
    expect(await foundry.run(view, 'cat', 'b.txt')).toBe('two');
    expect(await demo.ask('session/set_mode', { sessionId, modeId: 'none' })).toHaveProperty('error');
  });

  it('answers with the error that it is told to', async () => {
    const demo = await talk();
    expect(await demo.prompt('fail the model is overloaded')).toMatchObject({
      error: { code: -32000, message: 'the model is overloaded' },
    });
    expect(await demo.prompt('say still here')).toMatchObject({ result: { stopReason: 'end_turn' } });
  });
});

describe('a connection to an agent', () => {
  it('has every event of a burst once and in order, or names what is missing', async () => {
    const demo = await talk();
    expect(await demo.prompt('burst 5000')).toMatchObject({ result: { stopReason: 'end_turn' } });
    expect(idsOf(demo.heard)).toEqual(upTo(demo.lastId()));
    expect(demo.lastId()).toBeGreaterThan(5_000);
    const missing = demo.heard.flatMap((news) => (news.kind === 'gap' ? [news.gap.to - news.gap.from + 1] : []));
    const lost = missing.reduce((sum, count) => sum + count, 0);
    expect(demo.said().split('\n').length - 1 + lost).toBeGreaterThanOrEqual(5_000);
  });

  it('names what the server does not keep for a reader who comes late', async () => {
    const demo = await talk();
    await demo.prompt('burst 3000', 30_000);
    const late = new AgentTalk(await connect(demo.connection.serverId, null), 10);
    talks.push(late);
    await eventually(() =>
      late.lastId() === demo.lastId() ? Promise.resolve() : Promise.reject(new Error('Not yet.')),
    );
    const [first] = late.heard;
    if (first?.kind !== 'gap') throw new Error('Nothing is missing.');
    expect(first.gap).toMatchObject({ from: 11, to: demo.lastId() - 1_024 });
    expect(idsOf(late.heard)).toEqual(upTo(demo.lastId()).slice(10));
  });

  it('reads again what the server dropped for a reader who was too slow', async () => {
    const { machine } = await onMachine();
    if (!machine.endpoint || !machine.token) throw new Error('The machine has no address.');
    const way = await SlowWay.to(machine.endpoint.url);
    const slow = new AgentServer({ url: way.url, headers: {} }, machine.token);
    const demo = await talk(openAgent(slow, `${randomUUID()}-1`, { agent: 'demo' }));
    const fast = new AgentTalk(await connect(demo.connection.serverId, null));
    talks.push(fast);
    // Nothing is read any more until another reader has the answer, so the buffers on the way are full.
    way.hold();
    const running = await demo.send('session/prompt', demo.promptOf('burst 50000'));
    await fast.answerTo(running);
    way.release();
    expect(await demo.answerTo(running)).toMatchObject({ result: { stopReason: 'end_turn' } });
    const ids = idsOf(demo.heard);
    expect(ids.length).toBe(demo.lastId());
    expect(ids.every((id, at) => id === at + 1)).toBe(true);
    expect(demo.heard.some(({ kind }) => kind === 'gap')).toBe(true);
    await way.stop();
  });

  it('cancels what runs, and waits for what does not let itself be', async () => {
    const demo = await talk();
    const { sessionId } = demo;
    const slow = await demo.send('session/prompt', demo.promptOf('slow 600'));
    await demo.connection.notify('session/cancel', { sessionId });
    expect(await demo.answerTo(slow)).toMatchObject({ result: { stopReason: 'cancelled' } });
    const deaf = await demo.send('session/prompt', demo.promptOf('deaf\nrun sleep 0.3\nsay heard nothing'));
    await demo.connection.notify('session/cancel', { sessionId });
    expect(await demo.answerTo(deaf)).toMatchObject({ result: { stopReason: 'end_turn' } });
    expect(demo.said()).toContain('heard nothing');
  });

  it('is opened again by another one, which goes on after the last event, also during a turn', async () => {
    const demo = await talk();
    const running = await demo.send('session/prompt', demo.promptOf('say before\nslow 1\nsay after'));
    await eventually(() =>
      demo.said().includes('before') ? Promise.resolve() : Promise.reject(new Error('Nothing.')),
    );
    demo.leave();
    await demo.ended;
    const again = new AgentTalk(await connect(demo.connection.serverId, null), demo.lastId());
    talks.push(again);
    expect(await again.answerTo(running)).toMatchObject({ result: { stopReason: 'end_turn' } });
    expect(again.said()).toBe('after\n');
    expect([...idsOf(demo.heard), ...idsOf(again.heard)]).toEqual(upTo(again.lastId()));
  });

  it('survives silences that reconnect it', async () => {
    const { server } = await onMachine();
    const quick = { ...AGENT_TIMINGS, quietMs: 150 };
    const demo = await talk(openAgent(server, `${randomUUID()}-1`, { agent: 'demo' }, quick));
    await demo.prompt('say one\nslow 1\nsay two');
    expect(demo.said()).toBe('one\ntwo\n');
    expect(idsOf(demo.heard)).toEqual(upTo(demo.lastId()));
  });

  it('tells the end of the agent with its code; another process goes on with the session', async () => {
    const demo = await talk();
    await demo.prompt('say remember me');
    await demo.send('session/prompt', demo.promptOf('crash 7'));
    await demo.ended;
    expect(demo.heard.at(-1)).toEqual({ kind: 'exited', code: 7, success: false });
    await expect(demo.connection.request('late', 'session/prompt', {})).rejects.toMatchObject({ code: 'agent.gone' });
    const next = new AgentTalk(await connect());
    talks.push(next);
    next.sessionId = demo.sessionId;
    await next.ask('initialize', { protocolVersion: 1 });
    await next.ask('session/load', { sessionId: demo.sessionId, cwd: repository, mcpServers: [] });
    expect(next.said()).toBe('remember me\n');
    expect(next.said('user_message_chunk')).toBe('say remember mecrash 7');
    expect(await next.prompt('say back')).toMatchObject({ result: { stopReason: 'end_turn' } });
  });

  it('ends its agent, and says so to whoever listens', async () => {
    await untilAgents(0);
    const demo = await talk();
    await untilAgents(1);
    // The server does not answer this at all.
    await demo.connection.close();
    await demo.ended;
    expect(demo.heard.at(-1)).toMatchObject({ kind: 'exited' });
    await untilAgents(0);
  });

  it('refuses what cannot start, what nobody started, and what is not installed', async () => {
    const unknown = await connect(`${randomUUID()}-1`, 'nobody');
    await expect(unknown.request('1', 'initialize', {})).rejects.toMatchObject({ code: 'agent.unavailable' });
    const missing = await connect(`${randomUUID()}-1`, 'amp');
    await expect(missing.request('1', 'initialize', {})).rejects.toMatchObject({ code: 'agent.unavailable' });
    const never = await connect(`${randomUUID()}-1`, null);
    await expect(never.request('1', 'initialize', {})).rejects.toMatchObject({ code: 'agent.gone' });
    const lost = new AgentTalk(never);
    await lost.ended;
    expect(lost.heard).toEqual([{ kind: 'exited', code: null, success: false }]);
  });

  it('says that the machine does not answer, once it did not for long enough', async () => {
    const { server } = await onMachine();
    const impatient = { ...AGENT_TIMINGS, giveUpMs: 3_000 };
    const demo = await talk(openAgent(server, `${randomUUID()}-1`, { agent: 'demo' }, impatient));
    await demo.send('session/prompt', demo.promptOf('slow 600'));
    await foundry.providers.get('local').close?.();
    await expect(demo.ended).rejects.toMatchObject({ code: 'machine.unreachable' });
    await expect(demo.connection.notify('session/cancel', {})).rejects.toMatchObject({ code: 'machine.unreachable' });
    await demo.connection.close();
  });

  it('has its answer though the server gave up waiting for it long before', async () => {
    const { machine } = await onMachine();
    if (machine.ref === null || !machine.token) throw new Error('The machine has no name.');
    // The server is started at another place than is known of it, so this comes last.
    const environment = { SANDBOX_AGENT_ACP_REQUEST_TIMEOUT_MS: '1000' };
    const start = { token: machine.token.reveal(), environment, restart: true };
    const endpoint = await foundry.providers.get('local').ensureServer(machine.ref, start, AbortSignal.timeout(60_000));
    const hasty = new AgentServer(endpoint, machine.token);
    const demo = await talk(openAgent(hasty, `${randomUUID()}-1`, { agent: 'demo' }));
    expect(await demo.prompt('say before\nslow 4\nsay after')).toMatchObject({ result: { stopReason: 'end_turn' } });
    expect(demo.said()).toBe('before\nafter\n');
  });
});
