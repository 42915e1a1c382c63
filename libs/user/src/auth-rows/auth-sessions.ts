import type { SqlRunner } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SessionEndReason } from '../contracts/index.js';
import { newBrowserSecret, sha256 } from './browser-secret.js';

/** The browser that signs in, as its row shows it. */
export interface Browser {
  addressPrefix: string;
  userAgent: string;
}

const Ended = z.array(z.object({ userId: z.string() }));
const LONGEST_AGENT = 300;

/** A header is Latin-1, so nothing is cut in two; what Postgres cannot store becomes a space. */
const storable = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ').slice(0, LONGEST_AGENT);

/** Sessions of browsers: 7 days idle, 30 in all. Written in the request, never over a queue. */
@Injectable()
export class AuthSessions {
  /** Returns the value of the cookie, which nobody has but the browser. */
  async begin(sql: SqlRunner, userId: string, { addressPrefix, userAgent }: Browser): Promise<string> {
    const secret = newBrowserSecret();
    await sql`
      insert into "user".auth_sessions (session_id, token_hash, user_id, created_at, last_seen_at, idle_expires_at,
        expires_at, ip_prefix, user_agent)
      values (${randomUUID()}, ${sha256(secret)}, ${userId}, now(), now(), now() + interval '7 days',
        now() + interval '30 days', ${addressPrefix}, ${storable(userAgent)})`;
    return secret;
  }

  /** The session that the browser had when it signed in again. Returns whose it was, if it was open. */
  async endByCookie(sql: SqlRunner, secret: string, reason: SessionEndReason): Promise<string | null> {
    const hash = sha256(secret);
    const rows = await sql`
      update "user".auth_sessions set ended_at = now(), end_reason = ${reason}
      where (token_hash = ${hash} or (previous_hash = ${hash} and previous_until > now())) and ended_at is null
      returning user_id as "userId"`;
    return Ended.parse(rows)[0]?.userId ?? null;
  }

  /** Ends one session of the person, or with null all of them. Returns how many were open. */
  async end(sql: SqlRunner, userId: string, one: string | null, reason: SessionEndReason): Promise<number> {
    const rows = await sql`
      update "user".auth_sessions set ended_at = now(), end_reason = ${reason}
      where user_id = ${userId} and (${one}::uuid is null or session_id = ${one}::uuid) and ended_at is null
      returning user_id as "userId"`;
    return Ended.parse(rows).length;
  }

  /** Whether the person has or had this session. */
  async has(sql: SqlRunner, userId: string, sessionId: string): Promise<boolean> {
    const rows = await sql`
      select 1 from "user".auth_sessions where session_id = ${sessionId} and user_id = ${userId}`;
    return rows.length > 0;
  }
}
