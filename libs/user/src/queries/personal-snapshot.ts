import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import type { DraftView, InboxItem, TaskStateView } from '../contracts/index.js';
import { readDrafts } from '../rows/drafts.js';
import { countOpen, readItems } from '../rows/inbox-items.js';
import { readTaskStates } from '../rows/task-states.js';

const TASKS = 500;
const DRAFTS = 200;
const ITEMS = 200;
/** A snapshot is 1 MiB at most; each part has its share, and the rest of it is over REST. */
const BYTES = 256 * 1024;

export interface PersonalSnapshot {
  taskStates: TaskStateView[];
  drafts: DraftView[];
  inbox: { items: InboxItem[]; open: number };
  truncated: string[];
}

/** What only this person sees, in organizations that they are a member of: what matters most first, as far as it fits. */
@Injectable()
export class PersonalSnapshots {
  constructor(private readonly database: Database) {}

  async of(
    userId: string,
    organizationIds: readonly string[],
    hiddenTasks: readonly string[],
  ): Promise<PersonalSnapshot> {
    const [states, drafts, items, open] = await Promise.all([
      readTaskStates(this.database, userId, organizationIds, TASKS + 1),
      readDrafts(this.database, userId, organizationIds, DRAFTS + 1),
      readItems(this.database, userId, { state: 'open', organizationIds, hiddenTasks }, null, ITEMS + 1),
      countOpen(this.database, userId, hiddenTasks),
    ]);
    const shown = {
      taskStates: thatFit(states.slice(0, TASKS)),
      drafts: thatFit(drafts.slice(0, DRAFTS)),
      inbox: { items: thatFit(items.slice(0, ITEMS)), open },
    };
    const truncated = [
      ...(shown.taskStates.length < states.length ? ['taskStates'] : []),
      ...(shown.drafts.length < drafts.length ? ['drafts'] : []),
      ...(shown.inbox.items.length < items.length ? ['inbox'] : []),
    ];
    return { ...shown, truncated };
  }
}

function thatFit<T>(rows: readonly T[]): T[] {
  let bytes = 0;
  const end = rows.findIndex((row) => (bytes += Buffer.byteLength(JSON.stringify(row))) > BYTES);
  return rows.slice(0, end === -1 ? rows.length : end);
}
