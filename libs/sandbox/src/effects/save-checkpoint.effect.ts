import { type Attempt, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { MachineAccess } from '../access/machine-access.js';
import { RecordCheckpoint, SaveCheckpoint } from '../contracts/index.js';
import { CheckpointStore } from '../repository/checkpoint-store.js';
import { MachineGit } from '../repository/machine-git.js';
import { makeCheckpoint } from '../repository/make-checkpoint.js';

const told = (payload: SaveCheckpoint['payload']) => {
  const { organizationId, sandboxId, generation, checkpointId, number, reason, stepId } = payload;
  return { organizationId, sandboxId, generation, checkpointId, number, reason, stepId };
};

/** Saves the repository's state. The bundle is kept under the lease, because it is too large for a queue. */
@Injectable()
@PerformEffect(SaveCheckpoint)
export class SaveCheckpointEffect implements PerformsEffect<SaveCheckpoint> {
  constructor(
    private readonly access: MachineAccess,
    private readonly store: CheckpointStore,
  ) {}

  async perform({ payload }: SaveCheckpoint, attempt: Attempt): Promise<CommandMessage> {
    const git = new MachineGit(this.access, await this.access.open(payload), attempt.abort);
    const made = await makeCheckpoint(git, payload);
    if (made === null) {
      // Without a commit there is nothing to save, and nothing was saved before.
      const known = payload.last !== null;
      const nothing = { kind: 'failed' as const, code: 'checkpoint.no_commit', message: 'There is no commit yet.' };
      return new RecordCheckpoint({ ...told(payload), outcome: known ? { kind: 'unchanged' } : nothing });
    }
    const { bundle, state } = made;
    if (bundle !== null) await attempt.guarded((sql) => this.store.keep(sql, payload, bundle));
    return new RecordCheckpoint({ ...told(payload), outcome: { kind: 'saved', state } });
  }

  giveUp({ payload }: SaveCheckpoint, { code, message }: Failure): CommandMessage {
    const outcome = { kind: 'failed' as const, code: code.slice(0, 80), message: message.slice(0, 2_000) };
    return new RecordCheckpoint({ ...told(payload), outcome });
  }
}
