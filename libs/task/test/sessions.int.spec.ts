import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AnswerPermission,
  ArchiveTask,
  CloseSession,
  CreateSession,
  RenameTask,
  SendMessage,
  SetPermissionPolicy,
} from '../src/contracts/index.js';
import { TranscriptRows } from '../src/queries/transcript-rows.js';
import { AgentDesk, by, type DeskTask } from '../src/testing/agent-desk.js';
import type { ScriptedAgent } from '../src/testing/scripted-agent.js';
import { ANA } from '../src/testing/tasks.js';

const ENTRIES = 5_000;

describe('the sessions of a task', () => {
  let desk: AgentDesk;
  beforeAll(async () => {
    desk = await AgentDesk.start();
  });
  afterAll(() => desk.stop());
  beforeEach(() => {
    desk.agents.onPrompt = (agent, { text }) => {
      agent.say(`Answer to ${text}`);
      agent.finish();
    };
  });

  const acts = ({ named, seed }: DeskTask) => ({ ...named, seed, by: ANA });
  const status = async ({ taskId }: DeskTask) => {
    const [row] = await desk.rows`select status from task.tasks where task_id = ${taskId}`;
    return row?.['status'];
  };
  /** Another session of the task with a message in it, both on their way. */
  const another = async (task: DeskTask, text: string) => {
    const [sessionId, messageId] = [randomUUID(), randomUUID()];
    await desk.kernel.handled(new CreateSession({ ...acts(task), sessionId }), by(ANA));
    await desk.kernel.handled(new SendMessage({ ...acts(task), messageId, sessionId, text, attachments: [] }), by(ANA));
    await desk.identify(task, messageId, ANA);
    return { ...task, sessionId, messageId };
  };
  const states = ({ sessionId }: DeskTask) =>
    desk.rows`select state from task.turns where session_id = ${sessionId} order by started_at`;
  const runs = (task: DeskTask) =>
    eventually(async () => {
      expect(await states(task)).toEqual([{ state: 'running' }]);
    });

  it('deliver what came before their agent was there, in the order in which it was said', async () => {
    const later: string[] = [];
    const task = await desk.prompted('one', {
      meanwhile: async (early) => {
        for (const text of ['two', 'three']) later.push(await desk.says(early, text));
      },
    });
    for (const messageId of later) await desk.identify(task, messageId, ANA);
    await desk.ended(task, 3);
    expect(desk.agents.of(task.sessionId).prompts.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect((await desk.messages(task)).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
    await eventually(async () => {
      expect(await status(task)).toBe('idle');
    });
  });

  it('work side by side, and the task is at work until the last is done', async () => {
    const agents = new Map<string, ScriptedAgent>();
    desk.agents.onPrompt = (agent, { text }) => {
      agents.set(text, agent);
      agent.say(`Working on ${text}`);
    };
    const first = await desk.prompted('first');
    await runs(first);
    const second = await another(first, 'second');
    await runs(second);
    expect(await status(first)).toBe('running');
    const queued = await desk.says(second, 'third');
    agents.get('first')?.finish();
    await eventually(async () => {
      expect(await states(first)).toEqual([{ state: 'ended' }]);
    });
    expect(await status(first)).toBe('running');
    expect(await states(second)).toEqual([{ state: 'running' }]);
    agents.get('second')?.finish();
    await desk.identify(second, queued, ANA);
    await eventually(() => {
      expect([...agents.keys()]).toEqual(['first', 'second', 'third']);
    });
    agents.get('third')?.finish();
    await eventually(async () => {
      expect(await status(first)).toBe('idle');
    });
    const texts = async (task: DeskTask) =>
      (await desk.items(task)).filter(({ kind }) => kind === 'user_message').map(({ text }) => text);
    expect([await texts(first), await texts(second)]).toEqual([['first'], ['second', 'third']]);
  });

  it('keep no command waiting for a turn', async () => {
    desk.agents.onPrompt = (agent) => {
      void agent.ask(1, { toolCallId: 'a', kind: 'execute', title: 'npm test' });
    };
    const task = await desk.prompted('Work for ever');
    await runs(task);
    const other = await another(task, 'And this');
    await runs(other);
    const [asked] = await eventually(async () => {
      const rows = await desk.rows`select permission_id as id from task.permissions
        where task_id = ${task.taskId} and turn_id in (select turn_id from task.turns where session_id = ${task.sessionId})`;
      expect(rows).toHaveLength(1);
      return rows;
    });
    const { kernel } = desk;
    const permissionId = String(asked?.['id']);
    await kernel.handled(new RenameTask({ ...acts(task), title: 'Another title' }), by(ANA));
    await kernel.handled(new SetPermissionPolicy({ ...acts(task), policy: 'ask' }), by(ANA));
    await kernel.handled(new AnswerPermission({ ...acts(task), permissionId, answer: 'allow_once' }), by(ANA));
    await kernel.handled(new CloseSession({ ...acts(task), sessionId: other.sessionId }), by(ANA));
    expect(await states(task)).toEqual([{ state: 'running' }]);
    const archive = new ArchiveTask({ ...task.named, operationId: randomUUID(), reason: 'user', number: null });
    await kernel.handled(archive, by(ANA));
    await eventually(async () => {
      expect([await states(task), await states(other)]).toEqual([[{ state: 'ended' }], [{ state: 'ended' }]]);
    });
    expect(desk.agents.of(task.sessionId).cancels).toBe(1);
  });

  it('can be read from their end and to their beginning when they have 5,000 entries', async () => {
    desk.agents.onPrompt = (agent) => {
      for (let index = 0; index < ENTRIES / 2; index += 1) {
        agent.say(`before ${String(index)}`);
        agent.update({ sessionUpdate: 'tool_call', toolCallId: String(index), title: 'Run', status: 'completed' });
      }
      agent.finish();
    };
    const task = await desk.prompted('Talk');
    await desk.ended(task);
    const rows = new TranscriptRows(desk.kernel.database);
    const newest = await rows.page(task.sessionId, { before: null, after: null, limit: 100 });
    const { headSeq } = newest;
    expect(headSeq).toBeGreaterThan(ENTRIES);
    expect(newest.items.at(-1)).toMatchObject({ seq: headSeq, kind: 'turn' });
    const back = [...newest.items];
    for (let page = newest; page.hasMoreBefore;) {
      page = await rows.page(task.sessionId, { before: back[0]?.seq ?? null, after: null, limit: 500 });
      back.unshift(...page.items);
    }
    expect(back.map(({ seq }) => seq)).toEqual(Array.from({ length: headSeq }, (_, index) => index + 1));
    const forth = [];
    for (let after = 0; after < headSeq; after = forth.at(-1)?.seq ?? headSeq) {
      forth.push(...(await rows.page(task.sessionId, { before: null, after, limit: 500 })).items);
    }
    expect(forth).toEqual(back);
    const shown = (await desk.watched(task)).map(({ seq, rev, text }) => ({ seq, rev, text }));
    expect(shown).toEqual(back.map(({ seq, rev, text }) => ({ seq, rev, text })));
  });
});
