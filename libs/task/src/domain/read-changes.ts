import { ReadChanges, type RecordChanges } from '../contracts/index.js';
import { Changes } from './changes.entity.js';
import { readyMachine } from './machine.js';
import type { Moment } from './moment.js';
import { StepEnded } from './rejections.js';
import type { WholeTask } from './whole-task.js';

/**
 * Has the newest saved state read, once. Without a machine the last list stays with its time. While a turn has its work
 * saved again and again, a reading is not given up for the next, so that a slow one comes to its end.
 */
export function readChanges(whole: WholeTask, moment: Moment): void {
  const { task, named } = whole;
  const machine = readyMachine(task);
  const saved = machine?.lastCheckpoint ?? null;
  if (!machine || !saved) return;
  const { baseBranch, lastPushedSha } = task;
  const what = [saved.checkpointId, machine.generation, baseBranch ?? '', lastPushedSha ?? ''].join(' ');
  const changes = (whole.changes ??= Changes.none(task.taskId));
  if (changes.askedFor === what) return;
  if (changes.state === 'reading' && whole.openTurns().length > 0) return;
  if (changes.effectId !== null) whole.intents.push({ kind: 'cancel', effectId: changes.effectId });
  const readingId = moment.id(`changes ${what}`);
  changes.ask(what, readingId);
  const { sandboxId, generation } = machine;
  const { checkpointId, headSha, treeSha } = saved;
  const state = { checkpointId, headSha, treeSha, baseBranch, lastPushedSha };
  const effect = new ReadChanges({ ...named, sandboxId, generation, readingId, ...state });
  whole.intents.push({ kind: 'work', effect, row: changes });
  whole.touch(changes);
}

/** A saved state was read, or could not be: then the former list stays and says so. */
export function recordChanges(whole: WholeTask, report: RecordChanges['payload']): void {
  const { changes } = whole;
  const { readingId, checkpointId, read, code, reason } = report;
  if (!changes?.isReading(readingId)) throw new StepEnded();
  if (read) changes.read(checkpointId, read);
  else changes.fail(code ?? 'changes.failed', reason ?? 'The changes could not be read.');
  whole.touch(changes, whole.task);
}
