import {
  InputNeeded,
  type PermissionAnswer,
  type PermissionPolicy,
  type RecordPermission,
  type TaskPerson,
} from '../contracts/index.js';
import { queueMessage } from './messages.js';
import type { Moment } from './moment.js';
import { Permission } from './permission.entity.js';
import { PermissionAnswered, PermissionNotOffered, PermissionUnknown } from './rejections.js';
import { turnNews } from './turn-news.js';
import { amendRequest, outcomeOf, tellPermission } from './turns.js';
import type { Turn } from './turn.entity.js';
import type { WholeTask } from './whole-task.js';

/** Calls that only change files of the task. */
const OF_FILES: readonly unknown[] = ['read', 'edit', 'search', 'think', 'move'];

/** What the policy of the task answers by itself; null: a person is asked. */
export function answerByPolicy(
  policy: PermissionPolicy,
  asked: Pick<RecordPermission['payload'], 'kind' | 'tool' | 'options'>,
): PermissionAnswer | null {
  if (asked.kind === 'question' || policy === 'ask') return null;
  if (policy === 'edits' && !OF_FILES.includes(asked.tool?.['kind'])) return null;
  const offers = (answer: PermissionAnswer) => asked.options.some(({ kind }) => kind === answer);
  if (policy === 'all' && offers('allow_always')) return 'allow_always';
  return offers('allow_once') ? 'allow_once' : null;
}

/** The agent asks. The same request again: nothing. */
export function askPermission(whole: WholeTask, turn: Turn, asked: RecordPermission['payload'], moment: Moment): void {
  if (whole.permissions.some(({ permissionId }) => permissionId === asked.permissionId)) return;
  const permission = Permission.ask(asked, turn.sessionId, moment.now);
  whole.permissions.push(permission);
  whole.touch(permission);
  const answer = answerByPolicy(whole.task.policy, asked);
  if (answer) {
    permission.answered(answer, null, null, moment.now);
    signal(whole, turn, permission);
  } else {
    const { permissionId, kind } = permission;
    whole.tell((told) => new InputNeeded({ ...told, ...turnNews(whole, turn), permissionId, kind }));
    whole.task.lastActivityAt = moment.now;
  }
  const { kind, title, turnId } = permission;
  const data = { permissionId: permission.permissionId, tool: permission.tool, options: permission.options };
  const item = { kind, text: title, turnId, data: { ...data, ...outcomeOf(permission) } };
  whole.intents.push({ kind: 'item', sessionId: turn.sessionId, item });
  tellPermission(whole, turn, permission);
}

/** Another policy from now on. What it allows is answered at once where an agent waits for it already. */
export function setPolicy(whole: WholeTask, policy: PermissionPolicy, moment: Moment): void {
  const { task } = whole;
  if (task.policy === policy) return;
  task.policy = policy;
  whole.touch(task);
  for (const permission of whole.openPermissions()) {
    const turn = whole.openTurns().find(({ turnId }) => turnId === permission.turnId);
    const answer = answerByPolicy(policy, permission);
    // A turn that is being stopped tells its agent itself that nobody answers any more.
    if (!turn || turn.state === 'stopping' || answer === null) continue;
    permission.answered(answer, null, null, moment.now);
    settle(whole, turn, permission);
  }
}

/** The first answer wins; the second is refused with who gave it. */
export function answerPermission(
  whole: WholeTask,
  permission: Permission | null,
  given: { answer: PermissionAnswer | null; text: string | null; by: TaskPerson },
  moment: Moment,
): Permission {
  if (permission?.taskId !== whole.task.taskId) throw new PermissionUnknown();
  if (permission.state !== 'open') throw new PermissionAnswered(permission.answeredBy, permission.answer);
  const { answer, text, by } = given;
  const isOffered = permission.options.some(({ kind }) => kind === answer);
  const isWords = permission.kind === 'question' && answer === null && text !== null;
  if (!isOffered && !isWords) throw new PermissionNotOffered();
  permission.answered(answer, text, by, moment.now);
  const turn = whole.openTurns().find(({ turnId }) => turnId === permission.turnId);
  if (!turn) throw new PermissionAnswered(null, null);
  if (permission.kind === 'permission' && text !== null) sayAfterwards(whole, permission, text, by, moment);
  settle(whole, turn, permission);
  return permission;
}

/** An answer reaches the agent, the transcript, and whoever looks. */
function settle(whole: WholeTask, turn: Turn, permission: Permission): void {
  signal(whole, turn, permission);
  amendRequest(whole, permission);
  whole.touch(permission);
  tellPermission(whole, turn, permission);
}

/** An agent takes an answer without words, so these are said to it next. */
function sayAfterwards(
  whole: WholeTask,
  { permissionId, sessionId }: Permission,
  text: string,
  author: TaskPerson,
  moment: Moment,
): void {
  const session = whole.sessions.find((one) => one.sessionId === sessionId);
  if (!session || session.state === 'closed') return;
  const messageId = moment.id(`words ${permissionId}`);
  queueMessage(whole, session, { messageId, sessionId, text, attachments: [], author }, moment);
}

function signal(whole: WholeTask, turn: Turn, { permissionId }: Permission): void {
  if (turn.effectId === null) return;
  whole.intents.push({ kind: 'signal', effectId: turn.effectId, type: 'permission', ref: permissionId });
}
