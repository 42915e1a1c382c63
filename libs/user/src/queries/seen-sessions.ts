import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';

/** Sessions that a person has looked at. */
@Injectable()
export class SeenSessions {
  constructor(private readonly database: Database) {}

  async has(userId: string, taskId: string, sessionId: string): Promise<boolean> {
    const rows = await this.database.sql`
      select 1 from "user".session_state
      where user_id = ${userId} and session_id = ${sessionId} and task_id = ${taskId}`;
    return rows.length > 0;
  }
}
