import { Database } from '@foundry/messaging';
import type { Uuid } from '@foundry/messaging/contracts';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { newBrowserSecret, sha256 } from '../auth-rows/browser-secret.js';
import { AuthenticateSession, LiveSessions, type SessionOwner, SessionsOf, SessionView } from '../contracts/index.js';

const time = z.date().transform((at) => at.toISOString());

const Found = z.object({
  sessionId: z.string(),
  userId: z.string(),
  signedInAt: time,
  /** The newest value was shown, and it has to change. */
  marked: z.boolean(),
  stale: z.boolean(),
});

/** On every request with a cookie: one indexed read, no cache, so that signing out works at once. */
@QueryHandler(AuthenticateSession)
export class AuthenticateSessionQuery implements IQueryHandler<AuthenticateSession, SessionOwner | null> {
  constructor(private readonly database: Database) {}

  async execute({ secret, mayRenew }: AuthenticateSession): Promise<SessionOwner | null> {
    const hash = sha256(secret);
    const rows = await this.database.sql`
      select s.session_id as "sessionId", s.user_id as "userId", s.created_at as "signedInAt",
        s.rotate and s.token_hash = ${hash} as marked, s.last_seen_at < now() - interval '1 hour' as stale
      from "user".auth_sessions s join "user".users u on u.user_id = s.user_id
      where (s.token_hash = ${hash} or (s.previous_hash = ${hash} and s.previous_until > now()))
        and s.ended_at is null and s.idle_expires_at > now() and s.expires_at > now() and u.deleted_at is null`;
    const [found] = Found.array().parse(rows);
    if (!found) return null;
    const { marked, stale, ...owner } = found;
    if (stale) await this.noteUse(owner.sessionId);
    return { ...owner, renewed: marked && mayRenew ? await this.renew(owner.sessionId, hash) : null };
  }

  private async noteUse(sessionId: Uuid): Promise<void> {
    await this.database.transaction(
      (sql) => sql`
        update "user".auth_sessions
        set last_seen_at = now(), idle_expires_at = least(now() + interval '7 days', expires_at)
        where session_id = ${sessionId} and last_seen_at < now() - interval '1 hour' and ended_at is null`,
    );
  }

  /** Of several requests under way at once, one changes the value; the others go on with the old one. */
  private async renew(sessionId: Uuid, old: Buffer): Promise<string | null> {
    const secret = newBrowserSecret();
    const rows = await this.database.transaction(
      (sql) => sql`
        update "user".auth_sessions set token_hash = ${sha256(secret)}, previous_hash = token_hash,
          previous_until = now() + interval '1 second', rotate = false
        where session_id = ${sessionId} and token_hash = ${old} and rotate and ended_at is null
        returning session_id`,
    );
    return rows.length > 0 ? secret : null;
  }
}

@QueryHandler(LiveSessions)
export class LiveSessionsQuery implements IQueryHandler<LiveSessions, Uuid[]> {
  constructor(private readonly database: Database) {}

  async execute({ sessionIds }: LiveSessions): Promise<Uuid[]> {
    if (sessionIds.length === 0) return [];
    const rows = await this.database.sql`
      select s.session_id as "sessionId" from "user".auth_sessions s join "user".users u on u.user_id = s.user_id
      where s.session_id = any(${sessionIds}::uuid[]) and s.ended_at is null and s.idle_expires_at > now()
        and s.expires_at > now() and u.deleted_at is null`;
    return z
      .array(z.object({ sessionId: z.string() }))
      .parse(rows)
      .map(({ sessionId }) => sessionId);
  }
}

const Row = z.object({ ...SessionView.shape, createdAt: time, lastSeenAt: time, expiresAt: time }).pipe(SessionView);

@QueryHandler(SessionsOf)
export class SessionsOfQuery implements IQueryHandler<SessionsOf, SessionView[]> {
  constructor(private readonly database: Database) {}

  async execute({ userId, current }: SessionsOf): Promise<SessionView[]> {
    const rows = await this.database.sql`
      select session_id as "sessionId", created_at as "createdAt", last_seen_at as "lastSeenAt",
        least(idle_expires_at, expires_at) as "expiresAt", user_agent as device, ip_prefix as "addressPrefix",
        session_id = ${current} as current
      from "user".auth_sessions
      where user_id = ${userId} and ended_at is null and idle_expires_at > now() and expires_at > now()
      order by last_seen_at desc, session_id limit 200`;
    return Row.array().parse(rows);
  }
}
