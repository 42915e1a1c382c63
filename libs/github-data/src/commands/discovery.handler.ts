import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  AccountsDiscovered,
  DiscoverAccounts,
  DiscoveryChanged,
  ExpireDiscovery,
  FindAccounts,
  RecordDiscovery,
} from '../contracts/index.js';
import { readDiscovery } from '../rows/discovery-rows.js';

/** A search that takes longer failed, whatever becomes of it. */
const LIMIT_MS = 30_000;

const key = (userId: string): string => `github-discovery:${userId}`;

async function tell(tx: Tx, userId: string): Promise<void> {
  tx.emit(new DiscoveryChanged({ userId, discovery: await readDiscovery(tx, userId) }));
}

/** Closes the search if it is running; false when it ended before. */
async function close(tx: Tx, userId: string, state: 'done' | 'failed', reason: string | null): Promise<boolean> {
  const closed = await tx.sql`update github_data.discoveries set state = ${state}, reason = ${reason},
    finished_at = ${tx.now}, version = version + 1 where user_id = ${userId} and state = 'running' returning user_id`;
  return closed.length > 0;
}

@CommandHandler(DiscoverAccounts)
export class DiscoverAccountsHandler extends Handler<DiscoverAccounts> {
  async handle({ payload: { userId } }: DiscoverAccounts, tx: Tx): Promise<null> {
    const deadline = new Date(tx.now.getTime() + LIMIT_MS);
    const begun = await tx.sql`
      insert into github_data.discoveries as d (user_id, state, started_at, deadline_at, version)
      values (${userId}, 'running', ${tx.now}, ${deadline}, 1)
      on conflict (user_id) do update set state = 'running', started_at = excluded.started_at,
        deadline_at = excluded.deadline_at, finished_at = null, reason = null, version = d.version + 1
      where d.state <> 'running' or d.deadline_at < excluded.started_at
      returning user_id`;
    if (begun.length === 0) return null;
    tx.perform(new FindAccounts({ userId }));
    tx.schedule(key(userId), deadline, new ExpireDiscovery({ userId }));
    await tell(tx, userId);
    return null;
  }
}

/** What GitHub said counts even when the search was given up meanwhile. */
@CommandHandler(RecordDiscovery)
export class RecordDiscoveryHandler extends Handler<RecordDiscovery> {
  async handle({ payload }: RecordDiscovery, tx: Tx): Promise<null> {
    const { userId, observedAt, ...found } = payload;
    tx.unschedule(key(userId));
    if (await close(tx, userId, found.complete ? 'done' : 'failed', found.reason)) await tell(tx, userId);
    tx.emit(new AccountsDiscovered({ userId, ...found, verifiedAt: observedAt }));
    return null;
  }
}

const Running = z.array(z.object({ deadlineAt: z.date() }));

@CommandHandler(ExpireDiscovery)
export class ExpireDiscoveryHandler extends Handler<ExpireDiscovery> {
  async handle({ payload: { userId } }: ExpireDiscovery, tx: Tx): Promise<null> {
    const [running] = Running.parse(
      await tx.sql`select deadline_at as "deadlineAt" from github_data.discoveries
        where user_id = ${userId} and state = 'running'`,
    );
    if (!running || running.deadlineAt > tx.now) return null;
    if (await close(tx, userId, 'failed', 'github.unavailable')) await tell(tx, userId);
    return null;
  }
}
