import type { SandboxView } from '@foundry/sandbox/contracts';
import type { NoteCredential } from '../contracts/index.js';
import { readyMachine } from './machine.js';
import { REAUTHORIZE } from './missing.js';
import type { Moment } from './moment.js';
import { changeOwner } from './owner.js';
import type { WholeTask } from './whole-task.js';

/** Refusals that no waiting can mend. */
const FINAL = ['repository.access_denied', 'member.required'];

/** The machine as it is now. An older state, or of another machine than the task's, is no news. */
export function noteSandbox(whole: WholeTask, sandbox: SandboxView, moment: Moment): void {
  const { task } = whole;
  if (task.sandboxId !== sandbox.sandboxId) return;
  const known = task.sandbox;
  if (known && known.version >= sandbox.version) return;
  const wasReady = readyMachine(task) !== null;
  task.sandbox = sandbox;
  task.sandboxAskedAt = null;
  whole.touch(task);
  const isReady = readyMachine(task) !== null;
  if (isReady && !wasReady) whole.changes?.mayReadAgain();
  if (isReady && !wasReady && task.failure?.code.startsWith('sandbox.')) task.failure = null;
  if (sandbox.state === 'failed' && known?.state !== 'failed') {
    const { code = 'sandbox.failed', message = 'The machine could not be made ready.' } = sandbox.error ?? {};
    task.fail(`sandbox.${code.replace(/^sandbox\./, '')}`, message, moment.now);
  }
  if (!isReady || known?.generation !== sandbox.generation) forgetNeeds(whole);
  if (known) writeNotice(whole, known, sandbox);
}

/** What became of the machine under the agents, where people read it. */
function writeNotice(whole: WholeTask, before: SandboxView, now: SandboxView): void {
  const isRebuilt = now.generation > before.generation;
  const isPaused = now.state === 'paused' && before.state !== 'paused';
  const code = isRebuilt ? 'sandbox.rebuilt' : 'sandbox.paused';
  const text = isRebuilt
    ? 'The machine was rebuilt from the last saved state.'
    : 'The machine went to sleep while the agent worked.';
  for (const { sessionId, used, state } of whole.sessions) {
    const concerns = isRebuilt ? used : isPaused && whole.turnOf(sessionId) !== null;
    if (!concerns || state === 'closed') continue;
    whole.intents.push({ kind: 'item', sessionId, item: { kind: 'notice', text, data: { code } } });
  }
}

/** A credential is on one machine while it runs; on another, or after it slept, it is asked for anew. */
function forgetNeeds(whole: WholeTask): void {
  for (const message of whole.messages) {
    if (message.state !== 'queued' || (message.need !== 'asked' && message.need !== 'ready')) continue;
    message.need = 'none';
    whole.touch(message);
  }
  if (whole.owner.credential !== 'ready' && whole.owner.credential !== 'preparing') return;
  whole.owner.credentialIs('none', null, null);
  whole.touch(whole.owner);
}

/**
 * The credential of a person is on the machine, verified: now, and not before, that person owns the task. Or it was
 * refused: the owner stays who it was.
 */
export function noteCredential(whole: WholeTask, note: NoteCredential['payload'], moment: Moment): void {
  if (note.sandboxId !== whole.task.sandboxId) return;
  const needs = whole.messages.filter(
    ({ state, need, needId, needGeneration }) =>
      state === 'queued' && need === 'asked' && needGeneration === note.generation && note.needIds.includes(needId),
  );
  const [first] = needs;
  if (!first) return;
  for (const message of needs) {
    whole.touch(message);
    if (note.code === null) message.need = 'ready';
    else if (FINAL.includes(note.code)) message.fail(note.code, note.message ?? note.code);
    else message.refuseNeed(note.code, note.message ?? note.code);
  }
  whole.touch(whole.owner);
  if (note.code === null) {
    changeOwner(whole, first.author, 'message', first.author, moment, first.sessionId);
    whole.owner.credentialIs('ready', note.mode, null);
    return;
  }
  if (whole.owner.userId === note.userId) whole.owner.credentialIs('refused', null, note.code);
  else whole.owner.credentialCode = note.code;
  if (note.code === REAUTHORIZE) return;
  whole.task.fail(note.code, note.message ?? 'The credential could not be brought onto the machine.', moment.now);
  whole.touch(whole.task);
}

/** The person signed in again, so what was refused for that is asked for once more. */
export function linkRestored(whole: WholeTask, userId: string): void {
  for (const message of whole.messages) {
    const isRefused = message.need === 'refused' && message.code === REAUTHORIZE;
    if (message.state !== 'queued' || message.authorId !== userId || !isRefused) continue;
    message.need = 'none';
    message.code = message.reason = null;
    whole.touch(message);
  }
}
