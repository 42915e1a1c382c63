import type { Actor, EffectView, HistoryItem } from '@foundry/messaging/contracts';
import type { MemberView } from '@foundry/organization/contracts';

/** "organization.grantRole" as words: "Grant role". The module stands beside it. */
export function actOf(name: string): string {
  const act = name.slice(name.indexOf('.') + 1);
  const words = act.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const moduleOfName = (name: string): string => name.slice(0, Math.max(0, name.indexOf('.')));

export type Outcome = NonNullable<HistoryItem['outcome']>;

export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  handled: 'Done',
  rejected: 'Refused',
  expired: 'Too late',
  cancelled: 'Cancelled',
  dead: 'Failed',
  discarded: 'Discarded',
};

export const EFFECT_STATES: Readonly<Record<EffectView['state'], string>> = {
  requested: 'Requested',
  running: 'Running',
  waiting: 'Waiting for its next try',
  succeeded: 'Done',
  gave_up: 'Given up',
  cancelled: 'Cancelled',
};

const STATES: ReadonlyMap<string, string> = new Map([
  ['accepted', 'Accepted'],
  ['published', 'Published'],
  ['started', 'Running'],
  ['settled', 'Settled'],
  ...Object.entries(EFFECT_STATES),
]);

/** The state of a command, event or effect, in words. */
export const stateWords = (state: string, outcome: Outcome | null): string =>
  outcome === null ? (STATES.get(state) ?? state) : OUTCOMES[outcome];

/** Who asked, in words. */
export function actorWords(actor: Actor, members: ReadonlyMap<string, MemberView> | undefined): string {
  const nameOf = (id: string): string => {
    const login = members?.get(id)?.login;
    return login === undefined ? `person ${id}` : `@${login}`;
  };
  if (actor.kind === 'user') return nameOf(actor.userId);
  return actor.onBehalfOf === undefined ? 'Foundry' : `Foundry, for ${nameOf(actor.onBehalfOf)}`;
}

/** A length of time, short: "8 ms", "1.4 s", "3 min". */
export function lengthOf(ms: number): string {
  if (ms < 1_000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  return ms < 3_600_000 ? `${Math.round(ms / 60_000)} min` : `${(ms / 3_600_000).toFixed(1)} h`;
}
