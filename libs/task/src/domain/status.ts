import type { TaskStatus, WaitingFor } from '../contracts/index.js';
import { isMachineOnTheWay } from './machine.js';
import type { WholeTask } from './whole-task.js';

export interface DerivedStatus {
  status: TaskStatus;
  reason: string | null;
}

const FOR_A_PERSON: readonly WaitingFor[] = ['trust', 'github_link', 'budget'];
const FOR_A_PLACE: readonly WaitingFor[] = ['owner_busy', 'capacity'];

/** What the task is doing, of all its rows and nothing else; the first that holds. */
export function statusOf(whole: WholeTask): DerivedStatus {
  const { task } = whole;
  if (task.lifecycle !== 'open') return { status: task.lifecycle, reason: task.lifecycleReason };

  const [request] = whole.openPermissions();
  if (request) return { status: 'needs_input', reason: request.kind };
  const waiting = waitsFor(whole);
  const person = FOR_A_PERSON.find((word) => waiting.has(word));
  if (person) return { status: 'needs_input', reason: person };

  if (whole.openTurns().length > 0) return { status: 'running', reason: null };

  const preparing = preparationOf(whole, waiting);
  if (preparing) return { status: 'starting', reason: preparing };

  const place = FOR_A_PLACE.find((word) => waiting.has(word));
  if (place) return { status: 'queued', reason: place };

  if (task.failure) return { status: 'error', reason: task.failure.code };
  return { status: 'idle', reason: null };
}

function waitsFor({ messages }: WholeTask): Set<WaitingFor> {
  const words = messages.filter(({ state }) => state === 'queued').map(({ waitingFor }) => waitingFor);
  return new Set(words.filter((word) => word !== null));
}

/** What is being prepared. A step that failed prepares nothing, even though a message still waits for it. */
function preparationOf(whole: WholeTask, waiting: ReadonlySet<WaitingFor>): string | null {
  const { task, sessions, messages } = whole;
  const [operation] = whole.openOperations();
  if (operation) return operation.kind;
  if ((waiting.has('sandbox') || task.sandboxWanted) && isMachineOnTheWay(task)) {
    return task.sandbox?.step ?? 'sandbox';
  }
  if (messages.some(({ state, need }) => state === 'queued' && need === 'asked')) return 'identity';
  return sessions.some(({ state }) => state === 'starting') ? 'session' : null;
}
