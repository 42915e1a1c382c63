import { randomUUID } from 'node:crypto';
import { Encryption } from '@foundry/messaging';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NoteCheckpoint, SendMessage } from '../src/contracts/index.js';
import { AgentDesk, by, FOUNDRY, HELD_SECRET } from '../src/testing/agent-desk.js';
import { ANA } from '../src/testing/tasks.js';
import { ImageUploads } from '../src/uploads/image-uploads.js';

const IMAGE = Buffer.from('an image, to whoever does not look');

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

  it('has its work saved while it goes on, so that its changes are seen', async () => {
    desk.limits.saveEveryMs = 20;
    desk.agents.onPrompt = (agent) => {
      agent.update(call('a', { kind: 'edit' }));
      agent.update(done('a'));
    };
    const task = await desk.prompted('Edit');
    const { taskId, named } = task;
    const saves = () => desk.rows`select payload->>'checkpointId' as id from messaging.outbox
      where name = 'sandbox.checkpoint' and payload->>'reason' = 'during_turn'
        and payload->>'sandboxId' = (select sandbox_id::text from task.tasks where task_id = ${taskId}) order by seq`;
    const [first] = await eventually(async () => {
      const rows = await saves();
      expect(rows).toHaveLength(1);
      return rows;
    });
    const agent = desk.agents.of(task.sessionId);
    for (const id of ['b', 'c']) {
      agent.update(call(id, { kind: 'execute' }));
      agent.update(done(id));
    }
    await eventually(async () => {
      expect((await desk.items(task)).filter(({ kind, open }) => kind === 'tool_call' && !open)).toHaveLength(3);
    });
    const note = { checkpoint: null, code: null, reason: null };
    await desk.kernel.handled(new NoteCheckpoint({ ...named, requestId: String(first?.['id']), ...note }), FOUNDRY);
    await eventually(async () => {
      expect(await saves()).toHaveLength(2);
    });
    agent.finish();
    await desk.ended(task);
    expect(await saves()).toHaveLength(2);
    desk.limits.saveEveryMs = 15_000;
  });

  it('brings the images of its message to the agent, or says that this one takes none', async () => {
    const task = await desk.prompted('Hello');
    await desk.ended(task);
    const uploads = new ImageUploads(desk.kernel.database, desk.kernel.workerApp.get(Encryption, { strict: false }));
    const { organizationId, taskId } = task.named;
    const show = async () => {
      const uploadId = randomUUID();
      const image = { uploadId, organizationId, taskId, userId: ANA.userId, mediaType: 'image/png' as const };
      await uploads.keep(image, IMAGE);
      const messageId = randomUUID();
      const said = {
        messageId,
        sessionId: task.sessionId,
        text: 'Look',
        attachments: [{ kind: 'image' as const, uploadId }],
      };
      await desk.kernel.handled(new SendMessage({ ...task.named, seed: task.seed, by: ANA, ...said }), by(ANA));
      await desk.identify(task, messageId, ANA);
    };
    await show();
    await desk.ended(task, 2);
    const agent = desk.agents.of(task.sessionId);
    expect(agent.prompts.at(-1)?.blocks).toEqual([
      { type: 'text', text: 'Look' },
      { type: 'image', mimeType: 'image/png', data: IMAGE.toString('base64') },
    ]);
    agent.end(0);
    desk.agents.capabilities = { loadSession: true };
    await show();
    const { message_id: last } = (await desk.messages(task)).at(-1) ?? {};
    await eventually(async () => {
      expect((await desk.messages(task)).at(-1)).toMatchObject({ attempt: 2 });
    });
    await desk.identify(task, String(last), ANA);
    await desk.ended(task, 4);
    expect(desk.agents.of(task.sessionId).prompts.at(-1)?.blocks).toEqual([{ type: 'text', text: 'Look' }]);
    expect((await desk.items(task)).map(({ data }) => data['code'])).toContain('message.images_left_out');
    desk.agents.capabilities = { loadSession: true, promptCapabilities: { image: true } };
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
