import { Database, PerformEffect, type PerformsEffect, RunningEffects } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { leaseHolders } from '../auth-rows/ended-leases.js';
import { FindEndedHolders, RecordEndedHolders } from '../contracts/index.js';

const installation = 'credentials' as const;

/** Whoever died with a credential in hand did not give it back; the kernel knows whom it still holds. */
@Injectable()
@PerformEffect(FindEndedHolders)
export class FindEndedHoldersEffect implements PerformsEffect<FindEndedHolders> {
  constructor(
    private readonly database: Database,
    private readonly effects: RunningEffects,
  ) {}

  async perform(): Promise<CommandMessage> {
    const live = await leaseHolders(this.database.sql);
    const held = await this.effects.of([...new Set(live.map(({ holderId }) => holderId))]);
    const ended = live.filter(({ holderId }) => !held.has(holderId));
    const leases = ended.map(({ userId, leaseId }) => ({ userId, leaseId }));
    return new RecordEndedHolders({ installation, leases });
  }

  /** The next sweep asks again. */
  giveUp(): CommandMessage {
    return new RecordEndedHolders({ installation, leases: [] });
  }
}
