import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgentDesk } from '../src/testing/agent-desk.js';
import { ANA, BEN } from '../src/testing/tasks.js';

const SWAPS = 100;

describe('a task that two people work on', () => {
  let desk: AgentDesk;
  beforeAll(async () => {
    desk = await AgentDesk.start();
  });
  afterAll(() => desk.stop());

  it('changes hands a hundred times, and each turn has the identity of who asked for it', async () => {
    const worked: { text: string; owner: unknown }[] = [];
    let release: () => void = () => undefined;
    desk.agents.onPrompt = (agent, { text }) => {
      agent.say(`I hear ${text}.`);
      release = () => {
        agent.finish();
      };
    };
    const task = await desk.prompted('ana 0');
    let author = ANA;
    for (let swap = 1; swap <= SWAPS; swap += 1) {
      await eventually(async () => {
        expect((await desk.turns(task)).at(-1)).toMatchObject({ state: 'running', number: swap });
      });
      const [owner] = await desk.rows`select user_id from task.task_owners where task_id = ${task.taskId}`;
      const [said] = (await desk.messages(task)).slice(-1);
      worked.push({ text: String(said?.['text']), owner: owner?.['user_id'] });
      const next = author === ANA ? BEN : ANA;
      const messageId = await desk.says(task, `${next.login} ${String(swap)}`, next);
      // While somebody else's turn runs, nothing of the other person comes near the machine.
      expect((await desk.messages(task)).at(-1)).toMatchObject({ state: 'queued', need: 'none' });
      release();
      await desk.identify(task, messageId, next);
      author = next;
    }
    await eventually(async () => {
      expect((await desk.turns(task)).at(-1)).toMatchObject({ state: 'running', number: SWAPS + 1 });
    });
    release();
    await desk.ended(task, SWAPS + 1);

    const of = (text: string) => (text.startsWith('ana') ? ANA.userId : BEN.userId);
    expect(worked.map(({ text, owner }) => [text, owner])).toEqual(
      Array.from({ length: SWAPS }, (_, at) => {
        const text = `${at % 2 === 0 ? 'ana' : 'ben'} ${String(at)}`;
        return [text, of(text)];
      }),
    );
    const together = await desk.rows`
      select a.number from task.turns a join task.turns b using (task_id)
      where a.task_id = ${task.taskId} and a.author_id <> b.author_id and a.started_at < b.started_at
        and a.ended_at > b.started_at`;
    expect(together).toEqual([]);
    const items = await desk.items(task);
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
    const changes = items.filter(({ kind }) => kind === 'owner_change').map(({ data }) => data['to']);
    expect(changes).toEqual(Array.from({ length: SWAPS + 1 }, (_, at) => (at % 2 === 0 ? ANA : BEN)));
  }, 240_000);
});
