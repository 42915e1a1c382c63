import { randomUUID } from 'node:crypto';
import { SecurityModule } from '@foundry/messaging';
import type { Actor } from '@foundry/messaging/contracts';
import { eventually, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { MachineSecrets, SandboxAccess } from '@foundry/sandbox/contracts';
import { Global, Module } from '@nestjs/common';
import { z } from 'zod';
import { InitializeTask, ItemView, NoteCredential, SendMessage, type TaskPerson } from '../contracts/index.js';
import { AgentLimits } from '../effects/agent/turn-limits.js';
import { manifest } from '../manifest.js';
import { TranscriptRows } from '../queries/transcript-rows.js';
import { TaskDecisionsModule } from '../task-decisions.module.js';
import { TASK_PERFORMERS } from '../task-worker.module.js';
import { ListModule, MachinesModule, PeopleModule } from './neighbours.js';
import { ScriptedAgents } from './scripted-agent.js';
import { ACME, ANA, SEED } from './tasks.js';

const KEYS = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
export const FOUNDRY: Actor = { kind: 'system', module: 'organization' };
export const by = ({ userId }: TaskPerson): Actor => ({ kind: 'user', userId, via: 'session' });

/** A value that the machine was given. */
export const HELD_SECRET = 'held-secret-0123456789';

const Rows = z.array(z.record(z.string(), z.unknown()));
const Deltas = z.array(z.object({ type: z.string(), data: z.looseObject({ seq: z.number(), rev: z.number() }) }));
const Append = z.object({ seq: z.number(), rev: z.number(), at: z.number(), text: z.string() });

/** A task on which a message was sent. */
export interface DeskTask {
  named: { organizationId: string; taskId: string };
  seed: typeof SEED;
  taskId: string;
  sessionId: string;
  messageId: string;
}

/** The whole module on a kernel of its own, with agents that do what a test says. */
export class AgentDesk {
  private constructor(
    readonly kernel: TestKernel,
    readonly agents: ScriptedAgents,
    readonly limits: AgentLimits,
  ) {}

  static async start(): Promise<AgentDesk> {
    const agents = new ScriptedAgents();
    const limits = new AgentLimits();
    Object.assign(limits, { stopMs: 700, doubtMs: 700, machineAwayMs: 1_500, retryMs: 100, heldMs: 100 });

    class NoSecrets extends MachineSecrets {
      override of(): Promise<readonly string[]> {
        return Promise.resolve([HELD_SECRET]);
      }
    }
    @Global()
    @Module({
      imports: [SecurityModule.with(KEYS)],
      providers: [
        { provide: SandboxAccess, useValue: agents },
        { provide: MachineSecrets, useClass: NoSecrets },
        { provide: AgentLimits, useValue: limits },
      ],
      exports: [SandboxAccess, MachineSecrets, AgentLimits],
    })
    class AgentsModule {}
    @Module({ imports: [TaskDecisionsModule, AgentsModule], providers: TASK_PERFORMERS })
    class TaskWithAgents {
      static readonly manifest = manifest;
    }
    const modules = [TaskWithAgents, MachinesModule, ListModule, PeopleModule];
    const kernel = await startKernel({ modules, audit: new RecordedAudit() });
    return new AgentDesk(kernel, agents, limits);
  }

  stop(): Promise<void> {
    return this.kernel.stop();
  }

  /** A new task whose first message is on its way to an agent. `meanwhile`: while nothing is ready for it yet. */
  async prompted(
    text: string,
    { meanwhile, ...over }: { model?: string; meanwhile?: (task: DeskTask) => Promise<void> } = {},
  ): Promise<DeskTask> {
    const taskId = randomUUID();
    const named = { organizationId: ACME, taskId };
    const seed = { ...SEED, taskId };
    const [messageId, sessionId] = [randomUUID(), randomUUID()];
    const firstMessage = { messageId, sessionId, text, attachments: [], ...over };
    await this.kernel.handled(
      new InitializeTask({ ...named, seed, provider: null, firstMessage, author: ANA }),
      FOUNDRY,
    );
    const task = { named, seed, taskId, sessionId, messageId };
    await meanwhile?.(task);
    await this.identify(task, messageId, ANA);
    return task;
  }

  /** Another message of the session, on its way or in the queue. Answers its id. */
  async says(task: DeskTask, text: string, person: TaskPerson = ANA): Promise<string> {
    const { named, seed, sessionId } = task;
    const messageId = randomUUID();
    const said = { messageId, sessionId, text, attachments: [] };
    await this.kernel.handled(new SendMessage({ ...named, seed, by: person, ...said }), by(person));
    return messageId;
  }

  /** The author's credential comes onto the machine, as soon as it is asked for. */
  async identify({ named, taskId }: DeskTask, messageId: string, person: TaskPerson): Promise<void> {
    const [message] = await eventually(async () => {
      const rows = await this.rows`select attempt, need from task.messages where message_id = ${messageId}`;
      if (rows[0]?.['need'] !== 'asked') throw new Error('The credential was not asked for yet.');
      return rows;
    });
    const [task] = await this.rows`select sandbox_id from task.tasks where task_id = ${taskId}`;
    const facts = {
      ...named,
      sandboxId: String(task?.['sandbox_id']),
      generation: 1,
      userId: person.userId,
      mode: 'user',
    };
    const needIds = [`message:${messageId}:${String(message?.['attempt'])}`];
    await this.kernel.handled(new NoteCredential({ ...facts, needIds, code: null, message: null }), FOUNDRY);
  }

  readonly rows = async (query: TemplateStringsArray, ...values: unknown[]) =>
    Rows.parse(await this.kernel.database.sql(query, ...values));

  turns({ taskId }: DeskTask) {
    return this.rows`select * from task.turns where task_id = ${taskId} order by number, started_at`;
  }

  messages({ taskId }: DeskTask) {
    return this.rows`select * from task.messages where task_id = ${taskId} order by position`;
  }

  async session({ sessionId }: DeskTask) {
    const [row] = await this.rows`select * from task.sessions where session_id = ${sessionId}`;
    return row;
  }

  async items({ sessionId }: DeskTask): Promise<ItemView[]> {
    const page = { before: null, after: 0, limit: 10_000 };
    return (await new TranscriptRows(this.kernel.database).page(sessionId, page)).items;
  }

  /** The transcript as somebody holds it who looked on all the time. */
  async watched({ sessionId }: DeskTask): Promise<ItemView[]> {
    const rows = await this.kernel.database.sql`select type, data from messaging.topic_delta
      where topic = ${`session:${sessionId}`} and type in ('item', 'append') order by version`;
    const held = new Map<number, { rev: number; text?: unknown }>();
    for (const { type, data } of Deltas.parse(rows)) {
      const known = held.get(data.seq);
      if (type === 'item') {
        if (!known || data.rev > known.rev) held.set(data.seq, data);
        continue;
      }
      const { rev, at, text } = Append.parse(data);
      if (typeof known?.text !== 'string' || known.rev !== rev - 1 || known.text.length !== at) {
        throw new Error(`What was appended to entry ${String(data.seq)} does not fit.`);
      }
      Object.assign(known, { rev, text: known.text + text });
    }
    const newest = [...held.entries()].sort(([a], [b]) => a - b);
    return ItemView.array().parse(newest.map(([, item]) => item));
  }

  /** Waits until the newest turn is over, and answers it. */
  ended(task: DeskTask, count = 1) {
    return eventually(async () => {
      const turns = await this.turns(task);
      const last = turns.at(-1);
      if (turns.length < count || last?.['state'] !== 'ended') throw new Error('The turn goes on.');
      return last;
    });
  }

  /** Another worker takes the turn over: the present holder finds its lease lost. */
  async takeOver(task: DeskTask): Promise<void> {
    await this.rows`update messaging.effect set lease_owner = gen_random_uuid(),
        lease_until = clock_timestamp() - interval '1 second'
      where name = 'task.runTurn' and entity_id = ${task.taskId} and state = 'running'`;
  }
}
