import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import type { SyncRunView } from '../contracts/index.js';
import { readRun } from '../rows/status-rows.js';

/** One sync of one organization. */
@Injectable()
export class SyncRuns {
  constructor(private readonly database: Database) {}

  find(organizationId: string, runId: string): Promise<SyncRunView | null> {
    return readRun(this.database, organizationId, runId);
  }
}
