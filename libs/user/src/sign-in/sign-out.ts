import { Database, Outbox, type SqlRunner } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { AuthSessions } from '../auth-rows/auth-sessions.js';
import { AnnounceSessionsEnded, type SessionEndReason } from '../contracts/index.js';
import { sessionsEndedEntry, signedOutEntry } from './entries.js';

/** Ends sessions; the event that closes their sockets and the audit entry are in the same commit. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly sessions: AuthSessions,
  ) {}

  /** The session of the browser that asks. */
  async here(userId: string, sessionId: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      const count = await this.sessions.end(sql, userId, sessionId, 'signed_out');
      if (count === 0) return;
      const commandId = await this.announce(sql, userId, 'signed_out');
      await this.append(sql, userId, signedOutEntry({ userId, commandId }));
    });
  }

  async everywhere(userId: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      const count = await this.sessions.end(sql, userId, null, 'signed_out_everywhere');
      await this.told(sql, userId, count, 'signed_out_everywhere');
    });
  }

  /** One session by its id. False: the person never had it. Ended before: true, and nothing happens. */
  async one(userId: string, sessionId: string): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      const count = await this.sessions.end(sql, userId, sessionId, 'ended_by_person');
      await this.told(sql, userId, count, 'ended_by_person');
      return count > 0 || (await this.sessions.has(sql, userId, sessionId));
    });
  }

  private async told(sql: SqlRunner, userId: string, count: number, reason: SessionEndReason): Promise<void> {
    if (count === 0) return;
    const commandId = await this.announce(sql, userId, reason);
    await this.append(sql, userId, sessionsEndedEntry({ userId, commandId, count }));
  }

  private async announce(sql: SqlRunner, userId: string, reason: SessionEndReason): Promise<string> {
    const actor = { kind: 'user', userId, via: 'session' } as const;
    const [commandId = ''] = await this.outbox.put(sql, [new AnnounceSessionsEnded({ userId, reason })], { actor });
    return commandId;
  }

  private async append(sql: SqlRunner, userId: string, entry: ReturnType<typeof signedOutEntry>): Promise<void> {
    const actor = { kind: 'user', userId, via: 'session' } as const;
    await this.outbox.put(sql, [entry], { actor, correlationId: entry.payload.correlationId });
  }
}
