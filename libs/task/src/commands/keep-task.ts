import type { Tx } from '@foundry/messaging';
import { RecordTaskSummary } from '@foundry/organization/contracts';
import {
  AdvanceTask,
  ChangesChanged,
  ItemChanged,
  type ItemView,
  MessageChanged,
  OperationChanged,
  RunTurn,
  SessionChanged,
  StartAgent,
  TaskChanged,
} from '../contracts/index.js';
import { advance } from '../domain/advance.js';
import { Changes } from '../domain/changes.entity.js';
import type { Intent, Told } from '../domain/intents.js';
import { Message } from '../domain/message.entity.js';
import type { Moment } from '../domain/moment.js';
import { Operation } from '../domain/operation.entity.js';
import { Session } from '../domain/session.entity.js';
import { statusOf } from '../domain/status.js';
import { hashOf, summaryOf } from '../domain/summary.js';
import { Owner } from '../domain/task-owner.entity.js';
import { Turn } from '../domain/turn.entity.js';
import type { WholeTask } from '../domain/whole-task.js';
import { addItem, amendRequest } from './add-item.js';

export const momentOf = (tx: Tx): Moment => ({ now: tx.now, id: (label) => tx.derivedId(label) });

/** Looks what can go on, and keeps the task with all that was decided. Nothing changed: nothing is written or told. */
export async function keepTask(tx: Tx, whole: WholeTask): Promise<void> {
  const { task } = whole;
  advance(whole, momentOf(tx));
  const { status, reason } = statusOf(whole);
  if (status !== task.status || reason !== task.statusReason) whole.touch(task);
  if (whole.touched.size === 0 && whole.intents.length === 0) return;
  task.status = status;
  task.statusReason = reason;
  task.version += 1;
  touchSessions(whole);
  const summary = summaryOf(whole);
  const hash = hashOf(summary);
  const hasNews = hash !== task.summaryHash;
  task.summaryHash = hash;
  for (const intent of whole.intents) ask(tx, whole, intent);
  await save(tx, whole);
  const items: Entry[] = [];
  for (const intent of whole.intents) {
    const item = await enact(tx, intent);
    if (item && 'sessionId' in intent) items.push({ sessionId: intent.sessionId, item });
  }
  tell(tx, whole, items);
  if (hasNews) tx.send(new RecordTaskSummary({ ...whole.named, taskVersion: task.version, summary }));
}

/** A session shows its queue and its turn. */
function touchSessions(whole: WholeTask): void {
  for (const row of [...whole.touched]) {
    if (!(row instanceof Message || row instanceof Turn)) continue;
    const session = whole.sessions.find(({ sessionId }) => sessionId === row.sessionId);
    if (session) whole.touch(session);
  }
  for (const row of whole.touched) {
    if (row !== whole.task && 'version' in row) row.version += 1;
  }
}

/** The rows remember their effects, so these are asked for before the rows are written. */
function ask(tx: Tx, { task, named }: WholeTask, intent: Intent): void {
  if (intent.kind === 'start') {
    const { sessionId, connectionNo, generation } = intent.session;
    const sandboxId = task.sandbox?.sandboxId;
    if (sandboxId === undefined || generation === null) throw new Error(`Session ${sessionId} starts on no machine.`);
    intent.session.startEffectId = tx.perform(
      new StartAgent({ ...named, sandboxId, generation, sessionId, connectionNo }),
    );
  } else if (intent.kind === 'run') {
    const { sandboxId, generation, sessionId, turnId } = intent.turn;
    intent.turn.effectId = tx.perform(new RunTurn({ ...named, sandboxId, generation, sessionId, turnId }));
  } else if (intent.kind === 'work') {
    intent.row.effectId = tx.perform(intent.effect);
  }
}

/** Turns before sessions: the effect of a turn writes them in this order too, so that neither waits for the other. */
async function save(tx: Tx, whole: WholeTask): Promise<void> {
  await tx.save(whole.task);
  for (const row of whole.touched) if (row instanceof Turn) await tx.save(row);
  for (const row of whole.touched) if (row !== whole.task && !(row instanceof Turn)) await tx.save(row);
}

/** An entry of a transcript that was written, and of which one. */
interface Entry {
  sessionId: string;
  item: ItemView;
}

/** Answers the entry of the transcript that it wrote, if it did. */
async function enact(tx: Tx, intent: Intent): Promise<ItemView | null> {
  switch (intent.kind) {
    case 'send':
      tx.send(intent.command);
      return null;
    case 'signal':
      tx.signal(intent.effectId, { type: intent.type, ...(intent.ref === undefined ? {} : { ref: intent.ref }) });
      return null;
    case 'cancel':
      tx.cancelEffect(intent.effectId);
      return null;
    case 'audit':
      tx.audit(intent.entry);
      return null;
    case 'perform':
      tx.perform(intent.effect);
      return null;
    case 'item':
      return addItem(tx, intent);
    case 'amend':
      return amendRequest(tx, intent);
    case 'tell':
    case 'start':
    case 'run':
    case 'work':
    case 'wake':
      return null;
  }
}

function tell(tx: Tx, whole: WholeTask, items: readonly Entry[]): void {
  const { task, named } = whole;
  const told: Told = { ...named, version: task.version, title: task.title, at: tx.now.toISOString() };
  for (const intent of whole.intents) {
    if (intent.kind === 'tell') tx.emit(intent.event(told));
    if (intent.kind === 'wake') tx.schedule(intent.key, intent.at, new AdvanceTask(named));
  }
  for (const entry of items) tx.emit(new ItemChanged({ ...told, ...entry }));
  for (const row of whole.touched) {
    if (row instanceof Message) tx.emit(new MessageChanged({ ...told, message: row.view() }));
    else if (row instanceof Operation) tx.emit(new OperationChanged({ ...told, operation: row.view() }));
    else if (row instanceof Changes) tx.emit(new ChangesChanged({ ...told, changes: row.view() }));
    else if (row instanceof Session) {
      const queued = whole.queueOf(row.sessionId).length;
      const session = row.view(queued, whole.turnOf(row.sessionId));
      tx.emit(new SessionChanged({ ...told, session }));
    }
  }
  if (whole.touched.has(task) || [...whole.touched].some((row) => row instanceof Owner)) {
    tx.emit(new TaskChanged({ ...told, task: whole.view() }));
  }
}
