import { type Envelope, Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** Whose right to read an event may have ended. */
export interface RightsDoubt {
  /** Nothing is sent to this person's subscriptions before they were checked again. */
  userId?: string;
  /** Every subscription is checked again soon: the event does not say whom it concerns. */
  everyone?: true;
  /** The sessions and tokens of this person are checked at once. */
  credentialsOf?: string;
  /** Topics whose thing is gone. */
  deleted?: readonly string[];
}

const ConcernsUser = z.object({ userId: Id64 });

function memberOf({ payload }: Envelope): RightsDoubt {
  const member = ConcernsUser.safeParse(payload);
  return member.success ? { userId: member.data.userId } : { everyone: true };
}
const everyone = (): RightsDoubt => ({ everyone: true });
const credentials = ({ entityId }: Envelope): RightsDoubt => ({ credentialsOf: entityId });

/** Section 9 of the realtime specification. An event that is missing here costs at most 60 s. */
const RULES: ReadonlyMap<string, (event: Envelope) => RightsDoubt> = new Map([
  ['organization.memberRemoved', memberOf],
  ['organization.memberChanged', memberOf],
  ['organization.settingsChanged', everyone],
  ['github-data.accessChanged', memberOf],
  ['user.sessionEnded', credentials],
  ['user.apiTokensChanged', credentials],
  ['user.deleted', credentials],
  ['task.deleted', ({ entityId }) => ({ deleted: [`task:${entityId}`] })],
]);

/** What to check again because of `event`; null for nearly all events. */
export const doubtAbout = (event: Envelope): RightsDoubt | null => RULES.get(event.name)?.(event) ?? null;
