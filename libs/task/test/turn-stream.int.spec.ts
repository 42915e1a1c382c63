import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AgentDesk, HELD_SECRET } from '../src/testing/agent-desk.js';
import { ANA } from '../src/testing/tasks.js';

const call = (id: string, over: object = {}) => ({ sessionUpdate: 'tool_call', toolCallId: id, title: 'Run', ...over });
const done = (id: string) => ({
  sessionUpdate: 'tool_call_update',
  toolCallId: id,
  status: 'completed',
  rawOutput: 'ok',
});
const steadily = (item: { updatedAt: string }) => ({ ...item, updatedAt: '' });

describe('a turn', () => {
  let desk: AgentDesk;
  beforeAll(async () => {
    desk = await AgentDesk.start();
  });
  afterAll(() => desk.stop());
  beforeEach(() => {
    desk.agents.onPrompt = (agent) => {
      agent.say('Done.');
      agent.finish();
    };
  });

  it('goes from the first prompt of a task to its answer, as stored and as watched', async () => {
    desk.agents.onPrompt = (agent) => {
      agent.update({
        sessionUpdate: 'available_commands_update',
        availableCommands: [{ name: 'review', description: 'x' }],
      });
      agent.update({ sessionUpdate: 'agent_thought_chunk', content: { type: 'text', text: 'Let me see.' } });
      agent.say('I ');
      agent.say('look.');
      agent.update(call('a', { kind: 'execute', rawInput: { command: 'ls' } }));
      agent.update(done('a'));
      agent.update({ sessionUpdate: 'session_info_update', title: 'Greeting people' });
      agent.update({ sessionUpdate: 'usage_update', used: 1, size: 2, cost: { amount: 0.25, currency: 'USD' } });
      agent.say('Done.');
      agent.finish('end_turn', { inputTokens: 12, outputTokens: 3, totalTokens: 15 });
    };
    const task = await desk.prompted('Fix it');
    expect(await desk.ended(task)).toMatchObject({
      ...{ outcome: 'finished', stop_reason: 'end_turn', cost_cents: '25', delivery: 'sent' },
      tokens: { input: 12, output: 3, total: 15 },
    });
    const items = await desk.items(task);
    expect(items.map(({ kind, text }) => [kind, text])).toEqual([
      ['owner_change', ''],
      ['user_message', 'Fix it'],
      ['reasoning', 'Let me see.'],
      ['assistant_text', 'I look.'],
      ['tool_call', ''],
      ['assistant_text', 'Done.'],
      ['turn', ''],
    ]);
    expect(items.every(({ open }) => !open)).toBe(true);
    expect(items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(items[1]).toMatchObject({ authorId: ANA.userId, data: { messageId: task.messageId, author: ANA } });
    expect((await desk.watched(task)).map(steadily)).toEqual(items.map(steadily));
    await eventually(async () => {
      expect(await desk.session(task)).toMatchObject({
        ...{ state: 'ready', model: 'small', head_seq: '7', name: 'Greeting people' },
        commands: [{ name: 'review' }],
      });
    });
    expect(await desk.messages(task)).toMatchObject([{ state: 'delivered' }]);
    expect(desk.agents.of(task.sessionId).asked.slice(0, 2)).toEqual(['initialize', 'session/new']);
  });

  it('follows another in the same conversation, and begins where that one left the stream', async () => {
    const task = await desk.prompted('One');
    await desk.ended(task);
    const next = await desk.says(task, 'Two');
    await desk.identify(task, next, ANA);
    await desk.ended(task, 2);
    const agent = desk.agents.of(task.sessionId);
    expect(agent.prompts.map(({ text, conversation }) => [text, conversation])).toEqual([
      ['One', agent.prompts[0]?.conversation],
      ['Two', agent.prompts[0]?.conversation],
    ]);
    expect((await desk.items(task)).map(({ text }) => text)).toEqual(['', 'One', 'Done.', '', 'Two', 'Done.', '']);
  });

  it('streams a burst of 5,000 pieces without a hole, and without a secret', async () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    desk.agents.onPrompt = (agent) => {
      for (let index = 0; index < 5_000; index += 1) agent.say(`${String(index)} `);
      agent.say(`my ${token.slice(0, 9)}`);
      agent.say(`${token.slice(9)} and ${HELD_SECRET.slice(0, 4)}`);
      agent.say(`${HELD_SECRET.slice(4)}.`);
      agent.update(
        call('a', { rawInput: { token }, content: [{ type: 'content', content: { type: 'text', text: token } }] }),
      );
      agent.finish();
    };
    const task = await desk.prompted('Count');
    await desk.ended(task);
    const items = await desk.items(task);
    const text = Array.from({ length: 5_000 }, (_, index) => `${String(index)} `).join('');
    expect(items.filter(({ kind }) => kind === 'assistant_text').map((item) => item.text)).toEqual([
      `${text}my [redacted] and [redacted].`,
    ]);
    expect(JSON.stringify(items)).not.toContain(token);
    const shown = await desk.watched(task);
    expect(JSON.stringify(shown)).not.toContain(token.slice(0, 12));
    expect(shown.map(steadily)).toEqual(items.map(steadily));
  });

  it('names what of the stream was lost', async () => {
    desk.agents.onPrompt = (agent) => {
      agent.say('before ');
      for (let index = 0; index < 3; index += 1) agent.say('lost ');
      agent.events.splice(agent.events.length - 3, 3);
      agent.say('after');
      agent.finish();
    };
    const task = await desk.prompted('Go');
    await desk.ended(task);
    const items = await desk.items(task);
    expect(items.slice(2, 5)).toMatchObject([
      { kind: 'assistant_text', text: 'before ' },
      { kind: 'notice', data: { code: 'agent.gap', raw: { from: expect.any(Number), to: expect.any(Number) } } },
      { kind: 'assistant_text', text: 'after' },
    ]);
  });

  it('whose agent is silent says so, and is not ended for it', async () => {
    Object.assign(desk.limits, { firstOutputMs: 300, silenceMs: 300 });
    desk.agents.onPrompt = () => undefined;
    const task = await desk.prompted('Think');
    await eventually(async () => {
      expect(await desk.turns(task)).toMatchObject([{ state: 'starting', stalled_since: expect.any(Date) }]);
    });
    const agent = desk.agents.of(task.sessionId);
    agent.say('Here I am.');
    agent.finish();
    expect(await desk.ended(task)).toMatchObject({ outcome: 'finished', stalled_since: null });
    expect((await desk.items(task)).map(({ kind }) => kind)).toContain('notice');
    Object.assign(desk.limits, { firstOutputMs: 120_000, silenceMs: 300_000 });
  });

  it('answers what it does not know as the protocol says', async () => {
    desk.agents.onPrompt = (agent) => {
      agent.emit({ id: 9, method: 'fs/write_text_file', params: { path: 'x' } });
      void agent.answered(9).then(() => {
        agent.finish();
      });
    };
    const task = await desk.prompted('Write');
    await desk.ended(task);
    expect(desk.agents.of(task.sessionId).answers.get('9')).toMatchObject({ error: { code: -32_601 } });
  });
});
