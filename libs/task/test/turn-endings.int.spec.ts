import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AnswerPermission,
  CloseSession,
  ConfigureSession,
  RetryMessage,
  SetPermissionPolicy,
  StopTurn,
} from '../src/contracts/index.js';
import { AgentDesk, by, type DeskTask } from '../src/testing/agent-desk.js';
import { ANA, BEN } from '../src/testing/tasks.js';

const running = { kind: 'execute', title: 'npm test', rawInput: { command: 'npm test' } };

describe('a turn and people', () => {
  let desk: AgentDesk;
  beforeAll(async () => {
    desk = await AgentDesk.start();
  });
  afterAll(() => desk.stop());
  beforeEach(() => {
    Object.assign(desk.agents, { isDeaf: false, refuses: null, fault: null });
    desk.agents.capabilities = { loadSession: true };
    desk.agents.chosen.clear();
    desk.agents.onPrompt = (agent, { text }) => {
      agent.say(`Answer to ${text}`);
      agent.finish();
    };
  });

  const acts = ({ named, seed }: DeskTask, person = ANA) => ({ ...named, seed, by: person });
  const open = (task: DeskTask) =>
    desk.rows`select * from task.permissions where task_id = ${task.taskId} and state = 'open'`;
  const stops = (task: DeskTask) =>
    desk.kernel.handled(new StopTurn({ ...acts(task), sessionId: task.sessionId }), by(ANA));
  const runs = (task: DeskTask) =>
    eventually(async () => {
      expect(await desk.turns(task)).toMatchObject([{ state: 'running' }]);
    });

  it('wait for leave, and the first answer wins', async () => {
    desk.agents.onPrompt = (agent) => {
      agent.say('May I?');
      void agent.ask(0, { toolCallId: 'a', ...running }).then((option) => {
        agent.say(`You said ${String(option)}.`);
        agent.finish();
      });
    };
    const task = await desk.prompted('Test it');
    const [asked] = await eventually(async () => {
      const rows = await open(task);
      expect(rows).toHaveLength(1);
      return rows;
    });
    expect(asked).toMatchObject({ title: 'npm test', request_ref: '0', tool: { kind: 'execute' } });
    const permissionId = String(asked?.['permission_id']);
    const answers = await Promise.allSettled(
      [ANA, BEN].map((person) =>
        desk.kernel.handled(
          new AnswerPermission({ ...acts(task, person), permissionId, answer: 'reject_once' }),
          by(person),
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.objectContaining({ message: expect.stringContaining('permission.answered') }),
    });
    await desk.ended(task);
    const items = await desk.items(task);
    expect(items.map(({ kind, text }) => [kind, text]).slice(2, -1)).toEqual([
      ['assistant_text', 'May I?'],
      ['permission', 'npm test'],
      ['assistant_text', 'You said no.'],
    ]);
    expect(items[3]).toMatchObject({ rev: 2, data: { state: 'answered', answer: 'reject_once', permissionId } });
    const shown = await desk.watched(task);
    expect(shown.map(({ rev }) => rev)).toEqual(items.map(({ rev }) => rev));
  });

  it('need no leave where the policy of the task gives it', async () => {
    const answer = (agent: Parameters<typeof desk.agents.onPrompt>[0]) => {
      void agent
        .ask(`q-${String(agent.prompts.length)}`, { toolCallId: 'a', kind: 'edit', title: 'Write a.txt' })
        .then((option) => {
          agent.finish(option === 'go' ? 'end_turn' : 'refusal');
        });
    };
    desk.agents.onPrompt = answer;
    const task = await desk.prompted('Edit');
    expect(await desk.ended(task)).toMatchObject({ outcome: 'finished' });
    await desk.kernel.handled(new SetPermissionPolicy({ ...acts(task), policy: 'ask' }), by(ANA));
    const next = await desk.says(task, 'Edit again');
    await desk.identify(task, next, ANA);
    await eventually(async () => {
      expect(await open(task)).toHaveLength(1);
    });
    await stops(task);
    expect(await desk.ended(task, 2)).toMatchObject({ outcome: 'stopped' });
    expect(desk.agents.of(task.sessionId).answers.get('q-2')).toEqual({
      result: { outcome: { outcome: 'cancelled' } },
    });
    expect(
      (await desk.items(task)).filter(({ kind }) => kind === 'permission').map(({ data }) => data['state']),
    ).toEqual(['answered', 'withdrawn']);
  });

  it('give it the leave that it waits for with another policy', async () => {
    desk.agents.onPrompt = (agent) => {
      void agent.ask('q', { toolCallId: 'a', ...running }).then((option) => {
        agent.finish(option === 'go' ? 'end_turn' : 'refusal');
      });
    };
    const task = await desk.prompted('Test it');
    await eventually(async () => {
      expect(await open(task)).toHaveLength(1);
    });
    await desk.kernel.handled(new SetPermissionPolicy({ ...acts(task), policy: 'all' }), by(ANA));
    expect(await desk.ended(task)).toMatchObject({ outcome: 'finished' });
    const [asked] = (await desk.items(task)).filter(({ kind }) => kind === 'permission');
    expect(asked).toMatchObject({ rev: 2, data: { state: 'answered', answer: 'allow_once', byPolicy: true } });
  });

  it('stop it, hold what is queued, and go on in the same conversation', async () => {
    desk.agents.onPrompt = (agent, { text }) => {
      agent.say('Working');
      if (text !== 'One') agent.finish();
    };
    const task = await desk.prompted('One');
    await runs(task);
    const two = await desk.says(task, 'Two');
    await stops(task);
    expect(await desk.ended(task)).toMatchObject({ outcome: 'stopped', stop_reason: 'cancelled' });
    expect((await desk.messages(task)).at(-1)).toMatchObject({ state: 'queued', waiting_for: 'held' });
    await desk.says(task, 'Three');
    await desk.identify(task, two, ANA);
    await desk.ended(task, 2);
    const agent = desk.agents.of(task.sessionId);
    expect(agent.prompts.map(({ text }) => text).slice(0, 2)).toEqual(['One', 'Two']);
    expect(agent.prompts[1]?.conversation).toBe(agent.prompts[0]?.conversation);
  });

  it('end an agent that does not hear them, and the next message loads its conversation', async () => {
    desk.agents.isDeaf = true;
    desk.agents.onPrompt = (agent) => {
      agent.say('La la la');
    };
    const task = await desk.prompted('One');
    await runs(task);
    await stops(task);
    expect(await desk.ended(task)).toMatchObject({ outcome: 'stopped' });
    expect(desk.agents.of(task.sessionId).exit).not.toBeNull();
    desk.agents.onPrompt = (agent) => {
      agent.say('Better.');
      agent.finish();
    };
    const next = await desk.says(task, 'Two');
    await desk.identify(task, next, ANA);
    expect(await desk.ended(task, 2)).toMatchObject({ outcome: 'finished' });
    expect(desk.agents.of(task.sessionId).asked).toContain('session/load');
    expect((await desk.items(task)).map(({ text }) => text)).not.toContain('replayed');
  });

  it('see why its agent ended, and the next message works', async () => {
    desk.agents.onPrompt = (agent, { text }) => {
      agent.say('Hm');
      agent.emit({ method: '_adapter/invalid_stdout', params: { error: 'x', raw: 'Segmentation fault' } });
      if (text === 'One') agent.end(139);
      else agent.finish();
    };
    const task = await desk.prompted('One');
    const turn = await desk.ended(task);
    expect(turn).toMatchObject({ outcome: 'failed', code: 'agent.exited' });
    expect(turn['reason']).toBe('The agent ended with code 139.\nSegmentation fault');
    const next = await desk.says(task, 'Two');
    await desk.identify(task, next, ANA);
    expect(await desk.ended(task, 2)).toMatchObject({ outcome: 'finished' });
    expect(await desk.session(task)).toMatchObject({ connection_no: 2, state: 'ready' });
  });

  it('tell an agent that lost its conversation what was said', async () => {
    desk.agents.capabilities = {};
    const task = await desk.prompted('My name is Ana');
    await desk.ended(task);
    desk.agents.of(task.sessionId).end(0);
    const next = await desk.says(task, 'What is my name?');
    await desk.identify(task, next, ANA);
    await eventually(async () => {
      expect((await desk.messages(task)).at(-1)).toMatchObject({ attempt: 2 });
    });
    await desk.identify(task, next, ANA);
    expect(await desk.ended(task, 3)).toMatchObject({ outcome: 'finished' });
    const [prompt] = desk.agents.of(task.sessionId).prompts;
    expect(prompt?.text).toMatch(/User: My name is Ana[\s\S]*You: Answer to My name is Ana[\s\S]*What is my name\?$/);
    const items = await desk.items(task);
    expect(items.map(({ kind }) => kind).slice(-4)).toEqual(['notice', 'user_message', 'assistant_text', 'turn']);
    expect(items.at(-3)?.text).toBe('What is my name?');
  });

  it('retry it after the model refused', async () => {
    desk.agents.onPrompt = (agent) => {
      agent.refuse(-32_603, 'API error 401: invalid x-api-key');
    };
    const task = await desk.prompted('One');
    expect(await desk.ended(task)).toMatchObject({
      ...{ outcome: 'failed', code: 'agent.unauthorized', reason: 'API error 401: invalid x-api-key' },
    });
    expect(await desk.session(task)).toMatchObject({ state: 'ready' });
    desk.agents.onPrompt = (agent) => {
      agent.finish();
    };
    await desk.kernel.handled(
      new RetryMessage({ ...acts(task), messageId: task.messageId, withoutCredential: true }),
      by(ANA),
    );
    expect(await desk.ended(task, 2)).toMatchObject({ outcome: 'finished' });
    expect(desk.agents.of(task.sessionId).prompts.map(({ text }) => text)).toEqual(['One', 'One']);
  });

  it('choose a model that the agent has, after one that it lacks', async () => {
    const task = await desk.prompted('One', { model: 'huge' });
    const failed = await eventually(async () => {
      const session = await desk.session(task);
      expect(session).toMatchObject({ state: 'error', error_code: 'session.model_unsupported' });
      return session;
    });
    expect(failed?.['error_text']).toContain('small, large');
    const { sessionId } = task;
    await desk.kernel.handled(new ConfigureSession({ ...acts(task), sessionId, model: 'large' }), by(ANA));
    expect(await desk.ended(task)).toMatchObject({ outcome: 'finished' });
    expect(desk.agents.chosen.get('model')).toBe('large');

    const huge = desk.kernel.handled(new ConfigureSession({ ...acts(task), sessionId, model: 'huge' }), by(ANA));
    await expect(huge).rejects.toThrow('session.model_unsupported');
    desk.agents.refuses = 'plan';
    await desk.kernel.handled(
      new ConfigureSession({ ...acts(task), sessionId, model: 'small', mode: 'plan' }),
      by(ANA),
    );
    await eventually(async () => {
      const changes = (await desk.items(task)).filter(({ kind }) => kind === 'config_change');
      expect(changes).toMatchObject([
        { data: { mode: 'plan' } },
        { text: 'No plan today.', data: { code: 'agent.refused' } },
      ]);
    });
    expect(await desk.session(task)).toMatchObject({ model: 'large', mode: 'default' });
  });

  it('close its session, and the agent is gone', async () => {
    desk.agents.onPrompt = (agent) => {
      agent.say('Working');
    };
    const task = await desk.prompted('One');
    await runs(task);
    await desk.kernel.handled(new CloseSession({ ...acts(task), sessionId: task.sessionId }), by(ANA));
    expect(await desk.ended(task)).toMatchObject({ outcome: 'stopped' });
    await eventually(() => {
      expect(desk.agents.of(task.sessionId).exit).not.toBeNull();
    });
  });
});
