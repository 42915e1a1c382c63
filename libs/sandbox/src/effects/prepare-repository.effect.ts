import { type Attempt, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { MachineAccess } from '../access/machine-access.js';
import {
  type GitCredential,
  MachineCredentials,
  PrepareRepository,
  RecordPrepared,
  RecordSetup,
} from '../contracts/index.js';
import { CheckpointStore } from '../repository/checkpoint-store.js';
import { MachineGit } from '../repository/machine-git.js';
import { RepositoryPreparation } from '../repository/prepare-repository.js';
import { stepFailed, stepOf } from './step-failed.js';

const PROGRESS_MS = 2_000;
const SETUP = '.foundry/setup';
const SETUP_SECONDS = '600';

interface Lent {
  credential: GitCredential;
  leaseId: string | null;
}

/** Brings the repository onto the machine, and begins its own setup. */
@Injectable()
@PerformEffect(PrepareRepository)
export class PrepareRepositoryEffect implements PerformsEffect<PrepareRepository> {
  constructor(
    private readonly access: MachineAccess,
    private readonly checkpoints: CheckpointStore,
    @Optional() @Inject(MachineCredentials) private readonly credentials: MachineCredentials | null = null,
  ) {}

  async perform({ payload }: PrepareRepository, attempt: Attempt): Promise<CommandMessage> {
    const { sandboxId, checkpointId } = payload;
    const open = await this.access.open(payload);
    const git = new MachineGit(this.access, open, attempt.abort);
    const checkpoint = checkpointId === null ? null : await this.checkpoints.load(sandboxId, checkpointId);
    const untold: { failure: Error | null } = { failure: null };
    const tell = async () => {
      try {
        await attempt.progress('clone', 'Fetching the repository');
        untold.failure = null;
      } catch (error) {
        // A lease that was lost, or Postgres away for a moment: told again in two seconds. What still fails when the
        // repository stands ends the attempt below.
        untold.failure = error instanceof Error ? error : new Error('progress was not told', { cause: error });
      }
    };
    const telling = setInterval(() => void tell(), PROGRESS_MS);
    const held: { leaseId: string | null } = { leaseId: null };
    try {
      const credential = async () => {
        const lent = await this.credential(payload, attempt);
        held.leaseId = lent?.leaseId ?? null;
        return lent?.credential ?? null;
      };
      const prepared = await new RepositoryPreparation(git).prepare(payload, checkpoint, credential);
      if (untold.failure) throw untold.failure;
      if (prepared.fresh && payload.trusted) await this.beginSetup(git, payload, attempt);
      const { headSha, restored, notice } = prepared;
      const restoredCheckpointId = restored ? (checkpoint?.checkpointId ?? null) : null;
      const unsaved = checkpointId !== null && checkpoint === null ? notKept : null;
      return new RecordPrepared({
        ...stepOf(payload),
        headSha,
        restoredCheckpointId,
        notice: notice ?? unsaved,
      });
    } finally {
      clearInterval(telling);
      if (held.leaseId !== null) await this.credentials?.release(held.leaseId);
    }
  }

  giveUp({ payload }: PrepareRepository, failure: Failure): CommandMessage {
    return stepFailed(payload, failure, 'preparing');
  }

  /** The person's own, for this repository; else the App's, which may only read. Null: as nobody. */
  private async credential(payload: PrepareRepository['payload'], attempt: Attempt): Promise<Lent | null> {
    const { organizationId, repositoryId, requestedBy: userId } = payload;
    if (!this.credentials) return null;
    if (userId !== null) {
      const request = { userId, organizationId, repositoryId, purpose: 'clone' as const };
      const lease = await this.credentials.lease(request, attempt);
      if ('credential' in lease) return { credential: lease.credential, leaseId: lease.credential.leaseId };
    }
    const credential = await this.credentials.readOnly(organizationId, repositoryId);
    return credential && { credential, leaseId: null };
  }

  /** Its failure is shown and blocks nothing. */
  private async beginSetup(git: MachineGit, payload: PrepareRepository['payload'], attempt: Attempt): Promise<void> {
    const { organizationId, sandboxId, generation, stepId } = payload;
    const { server, repository } = git.open;
    if (!(await git.test('-x', `${repository}/${SETUP}`))) return;
    const argv = ['timeout', SETUP_SECONDS, `./${SETUP}`];
    const started = await server.start({ argv, cwd: repository, env: {}, tty: true }, attempt.abort);
    const facts = { remoteId: started.id, pid: started.pid ?? null };
    // One setup for each preparation: its id is that of the step.
    await attempt.send(
      'setup',
      new RecordSetup({ organizationId, sandboxId, generation, processId: stepId, ...facts }),
    );
  }
}

const notKept = {
  code: 'checkpoint.machine_only',
  message: 'The last saved state was on the lost machine alone; the branch is as GitHub has it.',
};
