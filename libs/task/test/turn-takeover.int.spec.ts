import { setTimeout as wait } from 'node:timers/promises';
import { EffectFailed } from '@foundry/messaging';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StopTurn } from '../src/contracts/index.js';
import { AgentDesk, by, type DeskTask } from '../src/testing/agent-desk.js';
import type { ScriptedAgent } from '../src/testing/scripted-agent.js';
import { ANA } from '../src/testing/tasks.js';

const steadily = (item: { updatedAt: string }) => ({ ...item, updatedAt: '' });

/** What an agent does when it hears that it is to stop. */
function onCancel(agent: ScriptedAgent, act: () => void): void {
  const listening = setInterval(() => {
    if (agent.cancels === 0) return;
    clearInterval(listening);
    act();
  }, 1);
}

describe('a turn whose holder is lost', () => {
  let desk: AgentDesk;
  beforeAll(async () => {
    desk = await AgentDesk.start();
  });
  afterAll(() => desk.stop());
  beforeEach(() => {
    Object.assign(desk.agents, { fault: null, isDeaf: false });
  });

  const fence = async ({ taskId }: DeskTask) => {
    const [row] = await desk.rows`select fence from messaging.effect
      where name = 'task.runTurn' and entity_id = ${taskId} order by created_at desc limit 1`;
    return Number(row?.['fence']);
  };
  const taken = (task: DeskTask, number: number) =>
    eventually(async () => {
      expect(await fence(task)).toBeGreaterThanOrEqual(number);
    });
  const textOf = async (task: DeskTask) =>
    (await desk.items(task)).filter(({ kind }) => kind === 'assistant_text').map(({ text }) => text);

  it('goes on with the same agent, without a hole and without a double', async () => {
    desk.agents.onPrompt = (agent) => {
      agent.update({ sessionUpdate: 'tool_call', toolCallId: 'a', title: 'Run', kind: 'execute' });
      agent.say('0 ');
    };
    const task = await desk.prompted('Count');
    await eventually(async () => {
      expect(await textOf(task)).toEqual(['0 ']);
    });
    const agent = desk.agents.of(task.sessionId);
    for (let round = 1; round <= 3; round += 1) {
      const before = await fence(task);
      agent.say(`${String(round)}a ghp_${'x'.repeat(6)}`);
      await desk.takeOver(task);
      for (let index = 0; index < 50; index += 1) agent.say(`${'x'.repeat(10)} `);
      await taken(task, before + 1);
      agent.say(`${String(round)}b `);
    }
    agent.update({ sessionUpdate: 'tool_call_update', toolCallId: 'a', status: 'completed', rawOutput: 'ok' });
    agent.finish();
    expect(await desk.ended(task)).toMatchObject({ outcome: 'finished' });
    const filler = `${'x'.repeat(10)} `.repeat(49);
    const round = (n: number) => `${String(n)}a [redacted] ${filler}${String(n)}b `;
    const [text] = await textOf(task);
    expect(text?.replaceAll(/ghp_x+ /g, '[redacted] ')).toBe(`0 ${round(1)}${round(2)}${round(3)}`);
    expect(agent.prompts).toHaveLength(1);
    expect(agent.cancels).toBe(0);
    const items = await desk.items(task);
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
    expect(items.map(({ kind }) => kind)).toEqual([
      'owner_change',
      'user_message',
      'tool_call',
      'assistant_text',
      'turn',
    ]);
    expect(items[2]).toMatchObject({ open: false, data: { status: 'completed', output: { head: 'ok' } } });
    expect((await desk.watched(task)).map(steadily)).toEqual(items.map(steadily));
  });

  it('refuses what the former holder still wants to write', async () => {
    desk.agents.onPrompt = (agent) => {
      agent.say('first ');
    };
    const task = await desk.prompted('Go');
    await eventually(async () => {
      expect(await textOf(task)).toEqual(['first ']);
    });
    const stale = async () => (await desk.kernel.worker.metrics.staleWrites.get()).values[0]?.value ?? 0;
    const before = await stale();
    const held = await fence(task);
    await desk.takeOver(task);
    const agent = desk.agents.of(task.sessionId);
    agent.say('second');
    await eventually(async () => {
      expect(await stale()).toBeGreaterThan(before);
    });
    await taken(task, held + 1);
    agent.finish();
    await desk.ended(task);
    expect(await textOf(task)).toEqual(['first second']);
  });

  it('answers a request that was made before, and one that was answered meanwhile', async () => {
    desk.agents.onPrompt = (agent) => {
      agent.say('May I?');
      void agent.ask(4, { toolCallId: 'a', kind: 'edit', title: 'Write' }).then(() => {
        agent.finish();
      });
    };
    const task = await desk.prompted('Go');
    await desk.takeOver(task);
    expect(await desk.ended(task)).toMatchObject({ outcome: 'finished' });
    expect((await desk.items(task)).filter(({ kind }) => kind === 'permission')).toHaveLength(1);
  });

  it.each([
    ['did not arrive', false],
    ['arrived, which nobody could know', true],
  ])('has one prompt take effect when the first %s', async (_, isTaken) => {
    desk.agents.fault = { method: 'session/prompt', error: new Error('The worker died.'), isTaken };
    desk.agents.onPrompt = (agent) => {
      // It thinks for a while, so nothing shows that it has the prompt.
      if (isTaken && agent.prompts.length === 1) return;
      agent.say('Once.');
      agent.finish();
    };
    const task = await desk.prompted('Only once');
    expect(await desk.ended(task)).toMatchObject({ outcome: 'finished' });
    const agent = desk.agents.of(task.sessionId);
    expect(agent.prompts).toHaveLength(isTaken ? 2 : 1);
    expect(agent.cancels).toBe(1);
    expect(await textOf(task)).toEqual(['Once.']);
    expect((await desk.items(task)).filter(({ kind }) => kind === 'user_message')).toHaveLength(1);
  });

  it('believes an agent that speaks of the prompt in doubt', async () => {
    desk.agents.fault = { method: 'session/prompt', error: new Error('The worker died.'), isTaken: true };
    desk.agents.onPrompt = (agent) => {
      agent.say('Already at it.');
      agent.finish();
    };
    const task = await desk.prompted('Only once');
    expect(await desk.ended(task)).toMatchObject({ outcome: 'finished' });
    const agent = desk.agents.of(task.sessionId);
    expect([agent.prompts.length, agent.cancels]).toEqual([1, 0]);
    expect((await desk.items(task)).map(({ kind }) => kind)).toEqual([
      'owner_change',
      'user_message',
      'assistant_text',
      'turn',
    ]);
  });

  it('does not send a prompt in doubt again that was done before the cancel came', async () => {
    desk.agents.fault = { method: 'session/prompt', error: new Error('The worker died.'), isTaken: true };
    desk.agents.isDeaf = true;
    desk.agents.onPrompt = (agent) => {
      const whenCancelled = setInterval(() => {
        if (agent.cancels === 0) return;
        clearInterval(whenCancelled);
        agent.finish();
      }, 1);
    };
    const task = await desk.prompted('Only once');
    expect(await desk.ended(task)).toMatchObject({ outcome: 'finished', delivery: 'sent' });
    expect(desk.agents.of(task.sessionId).prompts).toHaveLength(1);
    const messages = await desk.rows`select state from task.messages where session_id = ${task.sessionId}`;
    expect(messages).toEqual([{ state: 'delivered' }]);
    expect((await desk.items(task)).filter(({ kind }) => kind === 'user_message')).toHaveLength(1);
  });

  it('is stopped while its prompt is in doubt, and waits for the agent without keeping others from their work', async () => {
    const { stopMs } = desk.limits;
    Object.assign(desk.limits, { stopMs: 60_000 });
    desk.agents.fault = { method: 'session/prompt', error: new Error('The worker died.'), isTaken: true };
    desk.agents.isDeaf = true;
    desk.agents.onPrompt = () => undefined;
    const task = await desk.prompted('Only once');
    await eventually(async () => {
      expect(await desk.turns(task)).toMatchObject([{ delivery: 'sending' }]);
    });
    const { named, seed, sessionId } = task;
    await desk.kernel.handled(new StopTurn({ ...named, seed, by: ANA, sessionId }), by(ANA));
    const agent = desk.agents.of(sessionId);
    await eventually(() => {
      expect(agent.cancels).toBeGreaterThan(0);
    });
    // Longer than the next holder looks what became of the prompt.
    await wait(desk.limits.backlogMs + desk.limits.doubtMs + 300);
    agent.finish('cancelled');
    expect(await desk.ended(task)).toMatchObject({ outcome: 'stopped' });
    // It was not ended for being deaf: that takes a minute here.
    expect(agent.exit).toBeNull();
    Object.assign(desk.limits, { stopMs });
  });

  it('keeps what an agent says of a prompt that is cancelled in doubt, after its message', async () => {
    desk.agents.fault = { method: 'session/prompt', error: new Error('The worker died.'), isTaken: true };
    desk.agents.isDeaf = true;
    desk.agents.onPrompt = (agent) => {
      if (agent.prompts.length > 1) {
        agent.say('Once.');
        agent.finish();
        return;
      }
      onCancel(agent, () => {
        agent.say('I stop. ');
        agent.finish('cancelled');
        agent.update({ sessionUpdate: 'tool_call', toolCallId: 'a', title: 'Late', kind: 'execute', status: 'failed' });
      });
    };
    const task = await desk.prompted('Only once');
    expect(await desk.ended(task)).toMatchObject({ outcome: 'finished', delivery: 'sent' });
    expect(desk.agents.of(task.sessionId).prompts).toHaveLength(2);
    const items = await desk.items(task);
    expect(items.map(({ kind, text }) => [kind, text]).slice(1, -1)).toEqual([
      ['user_message', 'Only once'],
      ['assistant_text', 'I stop. '],
      ['tool_call', ''],
      ['assistant_text', 'Once.'],
    ]);
    expect((await desk.watched(task)).map(steadily)).toEqual(items.map(steadily));
  });

  it('takes the message for delivered when its agent ends after it spoke of a prompt in doubt', async () => {
    desk.agents.fault = { method: 'session/prompt', error: new Error('The worker died.'), isTaken: true };
    desk.agents.isDeaf = true;
    desk.agents.onPrompt = (agent) => {
      onCancel(agent, () => {
        agent.say('I stop.');
        agent.end(1);
      });
    };
    const task = await desk.prompted('Only once');
    expect(await desk.ended(task)).toMatchObject({ outcome: 'failed', code: 'agent.exited' });
    expect(await desk.messages(task)).toMatchObject([{ state: 'delivered' }]);
    expect((await desk.items(task)).map(({ kind }) => kind).slice(1, 3)).toEqual(['user_message', 'assistant_text']);
  });

  it('sends a prompt in doubt again when the agent answers the cancel with an error', async () => {
    desk.agents.fault = { method: 'session/prompt', error: new Error('The worker died.'), isTaken: true };
    desk.agents.isDeaf = true;
    desk.agents.onPrompt = (agent) => {
      if (agent.prompts.length > 1) {
        agent.say('Once.');
        agent.finish();
        return;
      }
      onCancel(agent, () => {
        agent.refuse(-32_800, 'Request cancelled');
      });
    };
    const task = await desk.prompted('Only once');
    expect(await desk.ended(task)).toMatchObject({ outcome: 'finished', delivery: 'sent' });
    expect(await textOf(task)).toEqual(['Once.']);
    expect(await desk.messages(task)).toMatchObject([{ state: 'delivered', attempt: 1 }]);
  });

  it('is ended at its limit, by whoever holds it then', async () => {
    desk.agents.onPrompt = (agent) => {
      agent.say('For ever');
    };
    const task = await desk.prompted('Go');
    await eventually(async () => {
      expect(await textOf(task)).toEqual(['For ever']);
      // Told to the task, so that nothing writes its row at the same time.
      expect(await desk.turns(task)).toMatchObject([{ state: 'running' }]);
    });
    await desk.rows`update task.turns set deadline_at = now() where task_id = ${task.taskId}`;
    await desk.takeOver(task);
    desk.agents.of(task.sessionId).say('.');
    expect(await desk.ended(task)).toMatchObject({ outcome: 'timed_out', code: 'turn.timed_out' });
    expect(desk.agents.of(task.sessionId).cancels).toBe(1);
  });

  it('is interrupted when the machine stays away, and the next message starts the agent again', async () => {
    const away = new EffectFailed('machine.unreachable', 'The machine does not answer.');
    desk.agents.onPrompt = (agent) => {
      agent.say('Working');
      agent.fail(away);
    };
    const task = await desk.prompted('Go');
    expect(await desk.ended(task)).toMatchObject({ outcome: 'interrupted', code: 'machine.unreachable' });
    expect(await desk.session(task)).toMatchObject({ state: 'pending' });
    desk.agents.onPrompt = (agent) => {
      agent.finish();
    };
    const next = await desk.says(task, 'Go on');
    await desk.identify(task, next, ANA);
    expect(await desk.ended(task, 2)).toMatchObject({ outcome: 'finished' });
  });
});
