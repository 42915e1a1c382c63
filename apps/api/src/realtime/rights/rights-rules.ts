import { AccessChanged, RepositoriesChanged } from '@foundry/github-data/contracts';
import type { Envelope, EventClass } from '@foundry/messaging/contracts';
import { MemberChanged, MemberRemoved, SettingsChanged } from '@foundry/organization/contracts';
import { ApiTokensChanged } from '@foundry/user/contracts';

/** Whose right to read an event may have ended. */
export interface RightsDoubt {
  /** Nothing is sent to this person's subscriptions before they were checked again. */
  userId?: string;
  /** Every subscription is checked again soon: the event does not say whom it concerns. */
  everyone?: true;
  /** Subscriptions that this organization may concern are checked again soon; none is held. */
  organizationId?: string;
  /** The sessions and tokens of this person are checked at once. */
  credentialsOf?: string;
  /** Topics whose thing is gone. */
  deleted?: readonly string[];
}

type Rule = (event: Envelope) => RightsDoubt;

const member =
  (schema: (typeof MemberRemoved | typeof MemberChanged)['definition']['payload']): Rule =>
  ({ payload }) => {
    const { success, data } = schema.safeParse(payload);
    // an event of another release: who it concerns is not readable here, so all are asked
    return success ? { userId: data.member.userId } : { everyone: true };
  };
/** Whose access changed is told; of another release it may not be readable. */
const access: Rule = ({ payload }) => {
  const { success, data } = AccessChanged.definition.payload.safeParse(payload);
  return success ? { userId: data.userId } : { everyone: true };
};
/** A repository may be private now, or public, or gone: who sees its tasks is another question than before. */
const repositories: Rule = ({ entityId }) => ({ organizationId: entityId });
const everyone: Rule = () => ({ everyone: true });
const credentials: Rule = ({ entityId }) => ({ credentialsOf: entityId });
const nameOf = ({ definition }: EventClass): string => definition.name;

/** Section 9 of the realtime specification. An event that is missing here costs at most 60 s. */
const RULES: ReadonlyMap<string, Rule> = new Map([
  [nameOf(MemberRemoved), member(MemberRemoved.definition.payload)],
  [nameOf(MemberChanged), member(MemberChanged.definition.payload)],
  [nameOf(SettingsChanged), everyone],
  [nameOf(ApiTokensChanged), credentials],
  [nameOf(AccessChanged), access],
  [nameOf(RepositoriesChanged), repositories],
  // events of modules that are not here yet; their names are fixed by the specification
  ['user.sessionEnded', credentials],
  ['user.deleted', credentials],
  ['task.deleted', ({ entityId }) => ({ deleted: [`task:${entityId}`] })],
]);

/** What to check again because of `event`; null for nearly all events. */
export const doubtAbout = (event: Envelope): RightsDoubt | null => RULES.get(event.name)?.(event) ?? null;
