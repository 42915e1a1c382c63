import type { TaskPerson } from '../contracts/index.js';
import type { Turn } from './turn.entity.js';
import type { WholeTask } from './whole-task.js';

/** What every event about a turn says beyond the task. */
export function turnNews(
  whole: WholeTask,
  turn: Turn,
): {
  sessionId: string;
  headSeq: number;
  turnId: string;
  messageId: string;
  author: TaskPerson;
  owner: TaskPerson | null;
} {
  const { sessionId, turnId, messageId } = turn;
  const session = whole.sessions.find((one) => one.sessionId === sessionId);
  const headSeq = Number(session?.headSeq ?? 0);
  return { sessionId, headSeq, turnId, messageId, author: whole.authorOf(turn), owner: whole.owner.person };
}
