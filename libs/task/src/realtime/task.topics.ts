import { type ShowsTopic, type Subscriber, Topic } from '@foundry/messaging';
import type { Delta } from '@foundry/messaging/contracts';
import type { VirtualTask } from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { MessageView, SessionView, TaskDetail, TranscriptPage } from '../contracts/index.js';
import { TaskRights } from '../http/task-rights.js';
import { TaskDetails } from '../queries/task-details.js';
import { TaskRows } from '../queries/task-rows.js';
import { TranscriptRows } from '../queries/transcript-rows.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Entries of the transcript that a subscriber begins with; older ones are read page by page. */
const TAIL = 100;
/** A snapshot is at most 1 MiB; these are the shares of its two lists. */
const TRANSCRIPT_BYTES = 400 * 1024;
const QUEUE_BYTES = 500 * 1024;

const Named = z.looseObject({
  sessionId: z.string().optional(),
  permissionId: z.string().optional(),
  operationId: z.string().optional(),
});

const mayUse = ({ scopes }: Subscriber): boolean => scopes === 'all' || scopes.includes('tasks:read');

const mayChange = ({ scopes }: Subscriber): boolean => scopes === 'all' || scopes.includes('tasks:write');

/** `task:<id>`: the task with its sessions, requests and operations; of one that nobody used yet, its row. */
@Injectable()
@Topic('task')
export class TaskTopic implements ShowsTopic {
  readonly idPattern = ID;

  constructor(
    private readonly rights: TaskRights,
    private readonly details: TaskDetails,
  ) {}

  async mayRead(subscriber: Subscriber, id: string): Promise<boolean> {
    return mayUse(subscriber) && (await this.rights.find(subscriber, id)) !== null;
  }

  async mayAct(subscriber: Subscriber, id: string): Promise<boolean> {
    return mayChange(subscriber) && ((await this.rights.find(subscriber, id))?.mayWrite ?? false);
  }

  async snapshot(subscriber: Subscriber, id: string): Promise<TaskDetail | VirtualTask> {
    return this.details.of((await this.rights.seen(subscriber, id)).task);
  }

  /** The task and its machine have one newest state each; their children have their own. */
  entityOf({ type, data }: Delta): string | null {
    const { sessionId, permissionId, operationId } = Named.safeParse(data).data ?? {};
    if (type === 'session') return sessionId ?? null;
    if (type === 'permission') return permissionId ?? null;
    return type === 'operation' ? (operationId ?? null) : type;
  }
}

/** `session:<id>`: the session, what waits in it, and the tail of its transcript. */
@Injectable()
@Topic('session')
export class SessionTopic implements ShowsTopic {
  readonly idPattern = ID;

  constructor(
    private readonly rights: TaskRights,
    private readonly rows: TaskRows,
    private readonly transcripts: TranscriptRows,
  ) {}

  async mayRead(subscriber: Subscriber, id: string): Promise<boolean> {
    const found = mayUse(subscriber) ? await this.rows.session(id) : null;
    return found !== null && (await this.rights.find(subscriber, found.session.taskId)) !== null;
  }

  async mayAct(subscriber: Subscriber, id: string): Promise<boolean> {
    const found = mayChange(subscriber) ? await this.rows.session(id) : null;
    return found !== null && ((await this.rights.find(subscriber, found.session.taskId))?.mayWrite ?? false);
  }

  async snapshot(
    _subscriber: Subscriber,
    id: string,
  ): Promise<{ session: SessionView; queue: MessageView[]; transcript: TranscriptPage }> {
    const found = await this.rows.session(id);
    if (!found) throw new Error(`Session ${id} went away while somebody subscribed to it.`);
    const [queue, transcript] = await Promise.all([
      this.rows.queue(id),
      this.transcripts.page(id, { before: null, after: null, limit: TAIL }),
    ]);
    const items = within(TRANSCRIPT_BYTES, transcript.items.toReversed()).toReversed();
    const hasMoreBefore = transcript.hasMoreBefore || items.length < transcript.items.length;
    const tail = { ...transcript, items, hasMoreBefore };
    return { session: found.session, queue: within(QUEUE_BYTES, queue), transcript: tail };
  }
}

/** As many of the first ones as fit; the others are read page by page. */
function within<T>(bytes: number, things: readonly T[]): T[] {
  let left = bytes;
  const fitting = things.findIndex((thing) => (left -= Buffer.byteLength(JSON.stringify(thing))) < 0);
  return fitting < 0 ? [...things] : things.slice(0, fitting);
}
