import { Database, type SqlRunner } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Delivery, ItemKind, MessageAttachment, PermissionAnswer, TaskPerson } from '../../contracts/index.js';
import { AgentFacts } from '../../domain/agent-facts.js';
import type { StoredItem } from '../../transcript/draft.js';
import type { Told } from '../../transcript/recap.js';
import type { Cursor } from '../../transcript/turn-transcript.js';

/** Cents that the agent counted since it started: before this turn, and now. */
const AgentCost = z.object({ before: z.number(), now: z.number() });
export type AgentCost = z.infer<typeof AgentCost>;

const eventId = z.coerce.number().nullable();
const Row = z.object({
  state: z.enum(['starting', 'running', 'stopping', 'ended']),
  startedAt: z.date(),
  deadlineAt: z.date(),
  connection: z.string().nullable(),
  requestId: z.string().nullable(),
  delivery: Delivery,
  isPlaced: z.boolean(),
  lastEventId: eventId,
  skip: z.number(),
  inside: z.enum(['token', 'pem']).nullable(),
  cost: AgentCost.nullable(),
  stalledSince: z.date().nullable(),
  connectionNo: z.number(),
  agentSessionId: z.string().nullable(),
  facts: AgentFacts.nullable(),
  messageId: z.string(),
  text: z.string(),
  attachments: z.array(MessageAttachment),
  author: TaskPerson,
});
/** A turn with what its effect needs of its session and its message. */
export type TurnRow = z.infer<typeof Row>;

const Before = z.tuple([z.object({ lastEventId: eventId, cost: AgentCost.nullable() })]);
const Permission = z.object({
  connection: z.string(),
  requestRef: z.string(),
  state: z.string(),
  answer: PermissionAnswer.nullable(),
  options: z.array(z.object({ kind: PermissionAnswer, optionId: z.string(), name: z.string() })),
});
/** A request of an agent, and what people answered. */
export type AnsweredRequest = z.infer<typeof Permission>;
const Item = z.object({
  seq: z.coerce.number(),
  rev: z.number(),
  kind: ItemKind,
  text: z.string(),
  data: z.record(z.string(), z.unknown()),
  open: z.boolean(),
  createdAt: z.date(),
});
const RecapItem = z.object({ kind: ItemKind, text: z.string(), title: z.string().nullable() });
const Refs = z.array(z.object({ ref: z.string() }));

/** More entries than a recap has room for. */
const RECAP_ITEMS = 200;

/** How far a turn is, in the columns that its effect alone writes. */
export interface Progress {
  connection: string;
  requestId: string | null;
  delivery: Delivery;
  cursor: Cursor;
  cost: AgentCost | null;
  hasOutput: boolean;
  lastEventAt: Date | null;
  stalledSince: Date | null;
}

/** What the effect of a turn reads and writes. */
@Injectable()
export class TurnRows {
  constructor(private readonly database: Database) {}

  /** Null: there is no such turn. */
  async read(turnId: string): Promise<TurnRow | null> {
    const rows = await this.database.sql`
      select t.state, t.started_at as "startedAt", t.deadline_at as "deadlineAt", t.connection,
        t.request_id as "requestId", t.delivery,
        exists (select from task.items i where i.turn_id = t.turn_id and i.kind = 'user_message') as "isPlaced", t.last_event_id as "lastEventId", t.skip_text as skip, t.inside,
        t.agent_cost as cost, t.stalled_since as "stalledSince", s.connection_no as "connectionNo",
        s.agent_session_id as "agentSessionId", s.agent_facts as facts, m.message_id as "messageId", m.text,
        m.attachments, m.author
      from task.turns t join task.sessions s using (session_id) join task.messages m on m.message_id = t.message_id
      where t.turn_id = ${turnId}`;
    return Row.array().parse(rows)[0] ?? null;
  }

  /** Where the turns before this one left the stream of the same agent, and its count of cents. */
  async before(turnId: string, connection: string): Promise<{ lastEventId: number | null; cost: AgentCost | null }> {
    const rows = await this.database.sql`
      select max(last_event_id) as "lastEventId",
        (array_agg(agent_cost order by started_at desc) filter (where agent_cost is not null))[1] as cost
      from task.turns where connection = ${connection} and turn_id <> ${turnId}`;
    const [row] = Before.parse(rows);
    return row;
  }

  /** Entries of the turn that may still change. */
  async items(sessionId: string, turnId: string): Promise<StoredItem[]> {
    const rows = await this.database.sql`
      select seq, rev, kind, text, data, open, created_at as "createdAt" from task.items
      where session_id = ${sessionId} and turn_id = ${turnId}
        and (kind in ('tool_call', 'plan') or (open and kind in ('assistant_text', 'reasoning'))) order by seq`;
    return Item.array().parse(rows);
  }

  async recap(sessionId: string, before: string): Promise<Told[]> {
    const rows = await this.database.sql`
      select kind, text, data->>'title' as title from task.items
      where session_id = ${sessionId} and turn_id is distinct from ${before}
        and kind in ('user_message', 'assistant_text', 'tool_call', 'error') order by seq desc limit ${RECAP_ITEMS}`;
    return RecapItem.array().parse(rows);
  }

  /** Null: there is no such request. */
  async request(permissionId: string): Promise<AnsweredRequest | null> {
    const rows = await this.database.sql`
      select connection, request_ref as "requestRef", state, answer, options from task.permissions
      where permission_id = ${permissionId}`;
    return Permission.array().parse(rows)[0] ?? null;
  }

  /** Requests of the turn that nobody answered, by the agent's own names of them. */
  async openRequests(turnId: string, connection: string): Promise<string[]> {
    const rows = await this.database.sql`
      select request_ref as ref from task.permissions
      where turn_id = ${turnId} and connection = ${connection} and state = 'open'`;
    return Refs.parse(rows).map(({ ref }) => ref);
  }

  /** In the caller's guarded transaction. */
  async keep(sql: SqlRunner, turnId: string, progress: Progress): Promise<void> {
    const { connection, requestId, delivery, cursor, cost, hasOutput, lastEventAt, stalledSince } = progress;
    await sql`update task.turns set connection = ${connection}, request_id = ${requestId}, delivery = ${delivery},
        last_event_id = ${cursor.lastEventId}, skip_text = ${cursor.skip}, inside = ${cursor.inside},
        agent_cost = ${cost === null ? null : JSON.stringify(cost)}::jsonb,
        first_output_at = case when ${hasOutput} then coalesce(first_output_at, now()) else first_output_at end,
        last_event_at = ${lastEventAt}, stalled_since = ${stalledSince}
      where turn_id = ${turnId}`;
  }

  /** The agent was told what was said before: in the same transaction. */
  async recapGiven(sql: SqlRunner, sessionId: string, connection: string): Promise<void> {
    await sql`update task.sessions set agent_facts = agent_facts || '{"needsRecap": false}'::jsonb
      where session_id = ${sessionId} and agent_facts->>'connection' = ${connection}`;
  }
}
