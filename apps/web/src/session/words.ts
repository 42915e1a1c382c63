import type { MessageView, PermissionAnswer, RunningTurn, SessionState, WaitingFor } from '@foundry/task/contracts';

const MINUTE = 60;

/** A stretch of time: `4 s`, `2 min`, `1 h 5 min`. */
export function spanOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds === 0) return 'under 1 s';
  if (seconds < MINUTE) return `${seconds} s`;
  const minutes = Math.floor(seconds / MINUTE);
  if (minutes < MINUTE) return `${minutes} min`;
  const rest = minutes % MINUTE;
  return rest === 0 ? `${Math.floor(minutes / MINUTE)} h` : `${Math.floor(minutes / MINUTE)} h ${rest} min`;
}

const WAITS: Readonly<Record<WaitingFor, string>> = {
  turn: 'Waits for an earlier message',
  held: 'Held: the turn before was stopped',
  trust: 'Waits until someone with write access trusts this fork',
  budget: 'Waits for a budget: ask an admin',
  owner_busy: 'Waits for a turn of someone else on this task',
  sandbox: 'Waits for the sandbox',
  identity: 'Waits until your identity is on the machine',
  github_link: 'Waits for your GitHub link',
  session: 'Waits for the agent to start',
  capacity: 'Waits for a free place: many turns run at once',
};

/** How far a message is, in words. */
export function messageWords({ state, waitingFor, reason, code }: MessageView): string {
  switch (state) {
    case 'queued':
      return waitingFor === null ? 'Queued' : WAITS[waitingFor];
    case 'delivering':
      return 'Being delivered';
    case 'delivered':
      return 'Delivered';
    case 'failed':
      return `Not delivered: ${reason ?? code ?? 'no reason was given'}`;
    case 'cancelled':
      return 'Cancelled';
  }
}

export const ANSWERS: Readonly<Record<PermissionAnswer, string>> = {
  allow_once: 'Allow once',
  allow_always: 'Allow for this session',
  reject_once: 'Deny',
  reject_always: 'Deny always',
};

export const ANSWERED: Readonly<Record<PermissionAnswer, string>> = {
  allow_once: 'Allowed once',
  allow_always: 'Allowed for this session',
  reject_once: 'Denied',
  reject_always: 'Denied always',
};

const OUTCOMES: Readonly<Record<string, string>> = {
  finished: 'Finished',
  limit: 'Limit reached',
  refused: 'Refused by the model',
  stopped: 'Stopped',
  failed: 'Failed',
  interrupted: 'Interrupted: the machine went away',
  timed_out: 'Timed out',
};
export const outcomeWords = (outcome: string | null | undefined): string => OUTCOMES[outcome ?? ''] ?? 'Ended';

const TURNS: Readonly<Record<RunningTurn['state'], string>> = {
  starting: 'Starting',
  running: 'Working',
  stopping: 'Stopping…',
  ended: 'Ended',
};
export const turnWords = ({ state }: RunningTurn): string => TURNS[state];

export const SESSION_WORDS: Readonly<Record<SessionState, string>> = {
  pending: 'Starts with the first message',
  starting: 'Starting',
  ready: 'Idle',
  error: 'Failed to start',
  closed: 'Closed',
};

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What people call a choice; null: nothing was chosen. */
export const chosenName = (choices: readonly Named[], id: string | null | undefined): string | null =>
  id === null || id === undefined ? null : (choices.find((one) => one.id === id)?.name ?? id);
