import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { z } from 'zod';
import type { Person, TaskProduct } from './product.js';

const Turn = z.tuple([
  z.object({
    state: z.string(),
    outcome: z.string().nullable(),
    code: z.string().nullable(),
    reason: z.string().nullable(),
    generation: z.int(),
  }),
]);
const Items = z.array(z.object({ kind: z.string(), text: z.string(), data: z.record(z.string(), z.unknown()) }));
const Message = z.tuple([z.object({ state: z.string(), waitingFor: z.string().nullable(), attempt: z.int() })]);
const Sandbox = z.tuple([
  z.object({ sandboxId: z.string(), state: z.string(), generation: z.int(), ref: z.string().nullable() }),
]);
const Task = z.tuple([z.object({ status: z.string(), lifecycle: z.string(), sandbox: z.unknown() })]);

/** One session with the demo agent in a task of the demonstration. It looks beside the API, which limits who asks often. */
export class Conversation {
  readonly sessionId = randomUUID();
  private isBegun = false;

  constructor(
    private readonly product: TaskProduct,
    private readonly person: Person,
    readonly taskId: string,
  ) {}

  /** In the task of this branch. */
  static async on(product: TaskProduct, person: Person, branch: string): Promise<Conversation> {
    const task = (await person.tasks()).find((one) => one.branch === branch);
    if (!task) throw new Error(`The demonstration has no pull request of ${branch}.`);
    return new Conversation(product, person, task.id);
  }

  /** Sends a message, which is accepted; its id. */
  async send(...lines: string[]): Promise<string> {
    const messageId = randomUUID();
    const message = { messageId, text: lines.join('\n') };
    const { status, body } = await (this.isBegun
      ? this.person.visitor.send(`/v1/sessions/${this.sessionId}/messages`, message)
      : this.person.visitor.send(`/v1/tasks/${this.taskId}/messages`, {
          ...message,
          sessionId: this.sessionId,
          agent: 'demo',
        }));
    if (status !== 200) throw new Error(`The message was not accepted: ${JSON.stringify(body)}`);
    this.isBegun = true;
    return messageId;
  }

  post(path: string, body: object = {}) {
    return this.person.visitor.send(`/v1/tasks/${this.taskId}/${path}`, body);
  }

  /** The newest turn of a message, as soon as it is in this state. */
  turn(messageId: string, state: 'running' | 'ended', withinMs = 120_000) {
    return eventually(async () => {
      const [turn] = Turn.parse(
        await this.product.installation.sql`select state, outcome, code, reason, generation from task.turns
          where message_id = ${messageId} order by started_at desc limit 1`,
      );
      if (turn.state !== state) throw new Error(`The turn is ${turn.state}.`);
      return turn;
    }, withinMs);
  }

  /** Entries of the turns of a message, but for its own words. */
  async items(messageId: string) {
    return Items.parse(
      await this.product.installation.sql`select i.kind, i.text, i.data from task.items i
        join task.turns t using (turn_id) where t.message_id = ${messageId} and i.kind <> 'user_message'
        order by i.seq`,
    );
  }

  /** What the agent said to a message. */
  async said(messageId: string): Promise<string> {
    const said = (await this.items(messageId)).filter(({ kind }) => kind === 'assistant_text');
    return said.map(({ text }) => text).join('');
  }

  /** The row of a message, or of its task, once it is as `expected` says. */
  async until<T>(look: () => Promise<T>, expected: (seen: T) => boolean, withinMs = 120_000): Promise<T> {
    return eventually(async () => {
      const seen = await look();
      if (!expected(seen)) throw new Error(`It is not so far: ${JSON.stringify(seen).slice(0, 1_000)}`);
      return seen;
    }, withinMs);
  }

  async task() {
    const [task] = Task.parse(
      await this.product.installation.sql`select status, lifecycle, sandbox from task.tasks
        where task_id = ${this.taskId}`,
    );
    return task;
  }

  async message(messageId: string) {
    const [message] = Message.parse(
      await this.product.installation.sql`
        select state, waiting_for as "waitingFor", attempt from task.messages where message_id = ${messageId}`,
    );
    return message;
  }

  /** The newest sandbox of the task. */
  async sandbox() {
    const [sandbox] = Sandbox.parse(
      await this.product.installation.sql`select s.sandbox_id as "sandboxId", s.state, s.generation,
          g.provider_ref as ref from sandbox.sandboxes s join sandbox.generations g using (sandbox_id, generation)
        where s.task_id = ${this.taskId} order by s.created_at desc limit 1`,
    );
    return sandbox;
  }
}
