import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { z } from 'zod';
import { KilledWorkers } from './killed-workers.js';
import type { Person } from './product.js';

const BRANCH = 'fix-empty-basket-currency';
const WORDS = Array.from({ length: 40 }, (_, index) => `word${String(index)}`).join(' ');
const NUMBERS = Array.from({ length: 300 }, (_, index) => `${String(index + 1)}\n`).join('');

const Item = z.looseObject({
  seq: z.int(),
  kind: z.string(),
  turnId: z.string().nullable(),
  text: z.string(),
  open: z.boolean(),
  data: z.looseObject({ messageId: z.string().optional(), outcome: z.string().optional() }),
});
const Transcript = z.looseObject({ items: z.array(Item), headSeq: z.int() });
const Ready = z.looseObject({ sandbox: z.looseObject({ sandboxId: z.string() }) });
const Ran = z.looseObject({ stdout: z.string() });
const Asked = z.array(z.object({ id: z.string() }));
const Holder = z.tuple([z.object({ holder: z.string() })]);

const fileOf = (sessionId: string) => `turns-${sessionId}.txt`;

/** Words, a question, many pieces at once, a change that shows if it is made twice, and words again. */
export const scriptOf = (sessionId: string, name: string, silentFor = 0): string =>
  [
    ...(silentFor > 0 ? [`slow ${String(silentFor)}`] : []),
    ...[`say ${WORDS}`, `ask May ${name} go on?`, 'burst 300', `append ${fileOf(sessionId)}: ${name}`],
    ...['slow 1', `say ${name} is done`],
  ].join('\n');
/** What is said before the question. */
const BEFORE = `${WORDS}\n`;
const saidOf = (sessionId: string, name: string) =>
  `${BEFORE}You said yes.\n${NUMBERS}Changed \`${fileOf(sessionId)}\`.\n${name} is done\n`;
/** How far a stream may be when its holder is killed: after the question, and before the last words. */
export const inTheStream = (share: number): number =>
  BEFORE.length + 1 + Math.floor(share * ('You said yes.\n'.length + NUMBERS.length));

/** Turns of several sessions of one task on a real machine, whose workers are killed. */
export class KilledTurns {
  private readonly sent = new Map<string, string[]>();

  private constructor(
    readonly workers: KilledWorkers,
    readonly person: Person,
    private readonly taskId: string,
  ) {}

  static async start(): Promise<KilledTurns> {
    const workers = await KilledWorkers.start();
    const person = await workers.enter('priya-raman');
    const task = (await person.tasks()).find(({ branch }) => branch === BRANCH);
    if (!task) throw new Error(`The demonstration has no pull request of ${BRANCH}.`);
    return new KilledTurns(workers, person, task.id);
  }

  /** A session in which one turn ran, so that its agent is there and has told what it offers. */
  async session(): Promise<string> {
    const sessionId = randomUUID();
    const messageId = randomUUID();
    this.sent.set(sessionId, []);
    const message = { sessionId, messageId, text: 'say Here I am.', agent: 'demo' };
    const sent = await this.person.visitor.send(`/v1/tasks/${this.taskId}/messages`, message);
    if (sent.status !== 200) throw new Error(`The message was not accepted: ${JSON.stringify(sent.body)}`);
    await this.ended([messageId], 120_000);
    return sessionId;
  }

  async send(sessionId: string, messageId: string, name: string, silentFor = 0): Promise<void> {
    const text = scriptOf(sessionId, name, silentFor);
    const sent = await this.person.visitor.send(`/v1/sessions/${sessionId}/messages`, { messageId, text });
    if (sent.status !== 200) throw new Error(`The message was not accepted: ${JSON.stringify(sent.body)}`);
    this.sent.get(sessionId)?.push(name);
  }

  /** The open request of a message's turn; null: there is none. */
  async asked(messageId: string): Promise<string | null> {
    const rows = await this.workers.product.sql`
      select p.permission_id as id from task.permissions p join task.turns t using (turn_id)
      where t.message_id = ${messageId} and p.state = 'open' and t.state = 'running'`;
    return Asked.parse(rows)[0]?.id ?? null;
  }

  async answer(messageId: string): Promise<void> {
    const permissionId = await eventually(async () => {
      const id = await this.asked(messageId);
      if (id === null) throw new Error('The agent did not ask yet.');
      return id;
    }, 60_000);
    await this.person.visitor.send(`/v1/permissions/${permissionId}/answer`, { answer: 'allow_once' });
  }

  /** The worker that runs the turn of a message. */
  async holder(messageId: string): Promise<string> {
    const [{ holder }] = Holder.parse(
      await this.workers.product.sql`select e.lease_owner as holder
        from task.turns t join messaging.effect e on e.id = t.effect_id
        where t.message_id = ${messageId} and e.state = 'running'`,
    );
    return holder;
  }

  /** Waits beside the API, which tells whoever asks all the time to wait. */
  ended(messageIds: readonly string[], withinMs = 90_000): Promise<void> {
    return eventually(async () => {
      const open = await this.workers.product.sql`
        select left(q.text, 200) as text, t.state, t.delivery, p.state as asked
        from unnest(${[...messageIds]}::uuid[]) as m(id) left join task.messages q on q.message_id = m.id
        left join task.turns t on t.message_id = m.id left join task.permissions p on p.turn_id = t.turn_id
        where t.state is distinct from 'ended'`;
      if (open.length > 0) throw new Error(`These go on: ${JSON.stringify(open)}`);
    }, withinMs);
  }

  /** Of a session: all entries, and whether they are as if nobody had been killed. */
  async told(sessionId: string) {
    const { items, headSeq } = await this.transcript(sessionId);
    const messages = items.filter(({ kind }) => kind === 'user_message').slice(1);
    return {
      places: items.map(({ seq }) => seq),
      headSeq,
      turns: messages.map(({ turnId, seq: place }) => {
        const ofTurn = items.filter((item) => item.turnId === turnId);
        const said = ofTurn.filter(({ kind }) => kind === 'assistant_text');
        return {
          outcomes: ofTurn.filter(({ kind }) => kind === 'turn').map(({ data }) => data.outcome),
          text: said.map(({ text }) => text).join(''),
          requests: ofTurn.filter(({ kind }) => kind === 'permission' || kind === 'question').length,
          isFirst: said.every(({ seq }) => seq > place),
          open: ofTurn.filter(({ open }) => open).length,
        };
      }),
    };
  }

  /** What `told` has to be. */
  async expected(sessionId: string) {
    const { headSeq } = await this.transcript(sessionId);
    const names = this.sent.get(sessionId) ?? [];
    // One for the question, and one for the change, which the policy of the task answers.
    const whole = { outcomes: ['finished'], requests: 2, isFirst: true, open: 0 };
    return {
      places: Array.from({ length: headSeq }, (_, index) => index + 1),
      headSeq,
      turns: names.map((name) => ({ ...whole, text: saidOf(sessionId, name) })),
    };
  }

  /** What the agent of a session did to its file, and what it was asked to do. */
  async done(sessionId: string): Promise<{ did: string; asked: string }> {
    const { sandbox } = Ready.parse((await this.person.read(`/v1/tasks/${this.taskId}`)).body);
    const argv = ['cat', fileOf(sessionId)];
    const { body } = await this.person.visitor.send(`/v1/sandboxes/${sandbox.sandboxId}/exec`, { argv });
    const asked = (this.sent.get(sessionId) ?? []).map((name) => `${name}\n`).join('');
    return { did: Ran.parse(body).stdout, asked };
  }

  async untilIdle(): Promise<void> {
    const Idle = z.looseObject({ task: z.looseObject({ status: z.literal('idle') }) });
    await this.person.until(`/v1/tasks/${this.taskId}`, Idle, 60_000);
  }

  /** All of it: sessions here do not come to more than one page. */
  private async transcript(sessionId: string) {
    const page = await this.person.until(`/v1/sessions/${sessionId}/transcript?limit=500`, Transcript);
    if (page.items.length < page.headSeq) throw new Error('The transcript has more than one page.');
    return page;
  }
}
