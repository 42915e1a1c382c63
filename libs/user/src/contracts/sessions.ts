import { type Id64, QueryMessage, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** Whose browser session a cookie stands for. */
export interface SessionOwner {
  sessionId: Uuid;
  userId: Id64;
  signedInAt: string;
  /** The new value of the cookie, when it had to change; the old one works for one second more. */
  renewed: string | null;
}

/**
 * Whose session the value of a cookie is, or null: unknown, ended or expired. Read on every request, never cached. Notes
 * that the session is used, at most once an hour. `mayRenew`: the caller can set a cookie, so a marked session changes its value.
 */
export class AuthenticateSession extends QueryMessage<SessionOwner | null> {
  constructor(
    readonly secret: string,
    readonly mayRenew: boolean,
  ) {
    super();
  }
}

/** Those of the sessions that are open: how an API instance finds sockets to close, in one question for all. */
export class LiveSessions extends QueryMessage<Uuid[]> {
  constructor(readonly sessionIds: readonly Uuid[]) {
    super();
  }
}

/** The open sessions of a person, the one used last first. `current` is the asker's own. */
export class SessionsOf extends QueryMessage<SessionView[]> {
  constructor(
    readonly userId: Id64,
    readonly current: Uuid,
  ) {
    super();
  }
}

export const SessionView = z
  .object({
    sessionId: Uuid.meta({ description: 'Id of the session. It is no credential.' }),
    createdAt: Timestamp.meta({ description: 'When this browser signed in.' }),
    lastSeenAt: Timestamp.meta({ description: 'Last use, to the hour.' }),
    expiresAt: Timestamp.meta({ description: 'When it ends at the latest.' }),
    device: z.string().meta({ description: 'What the browser calls itself.' }),
    addressPrefix: z.string().meta({ description: 'Network that it signed in from, shortened.' }),
    current: z.boolean().meta({ description: 'Whether it is the one that asks.' }),
  })
  .meta({
    id: 'Session',
    description: 'A browser in which the person is signed in.',
    examples: [
      {
        sessionId: '0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a11',
        createdAt: '2030-01-01T12:00:00.000Z',
        lastSeenAt: '2030-01-01T12:00:00.000Z',
        expiresAt: '2030-01-31T12:00:00.000Z',
        device: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0',
        addressPrefix: '203.0.113.0/24',
        current: true,
      },
    ],
  });
export type SessionView = z.infer<typeof SessionView>;

export const SessionEndReason = z.enum([
  'signed_out',
  'signed_out_everywhere',
  'ended_by_person',
  'signed_in_again',
  'authorization_revoked',
]);
export type SessionEndReason = z.infer<typeof SessionEndReason>;
