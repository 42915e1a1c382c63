import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ProcessView } from '../contracts/index.js';
import { Database } from '../database/database.js';
import { StoredTime } from './stored.js';

const ProcessRow = z.object({
  id: z.string(),
  kind: z.enum(['api', 'worker']),
  host: z.string(),
  pid: z.number(),
  version: z.string(),
  started_at: StoredTime,
  heartbeat_at: StoredTime,
  state: z.enum(['live', 'draining', 'gone']),
});

/** Processes heard of in the last day. */
@Injectable()
export class ProcessReader {
  constructor(private readonly database: Database) {}

  async all(): Promise<ProcessView[]> {
    const rows = await this.database.sql`
      select id, kind, host, pid, version, started_at, heartbeat_at,
        case when heartbeat_at < now() - interval '10 seconds' then 'gone' when draining then 'draining' else 'live' end
          as state
      from messaging.process where heartbeat_at > now() - interval '1 day' order by started_at desc, id limit 500`;
    return ProcessRow.array()
      .parse(rows)
      .map(({ id, started_at, heartbeat_at, ...row }) => ({
        processId: id,
        ...row,
        startedAt: started_at,
        heartbeatAt: heartbeat_at,
      }));
  }
}
