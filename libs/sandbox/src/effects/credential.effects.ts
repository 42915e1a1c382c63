import {
  type Attempt,
  EffectFailed,
  type Failure,
  PerformEffect,
  type PerformsEffect,
  Rejection,
} from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { MachineAccess } from '../access/machine-access.js';
import {
  InstallCredential,
  type LeasedCredential,
  MachineCredentials,
  RecordCredential,
  RemoveCredential,
} from '../contracts/index.js';
import { GenerationChanged, SandboxNotRunning } from '../domain/rejections.js';
import { CredentialFiles } from '../repository/credential-files.js';
import { lastWords, MachineGit } from '../repository/machine-git.js';

type Of = { organizationId: string; sandboxId: string; generation: number; attemptId: string };
const told = ({ organizationId, sandboxId, generation, attemptId }: Of): Of => ({
  organizationId,
  sandboxId,
  generation,
  attemptId,
});
/** Refusals that may be over soon. */
const PASSING = ['repository.access_unknown', 'github.unavailable'];

/** The person's authority was refused; its code says what they can do. */
class LeaseWasRefused extends Rejection {
  constructor(code: string, message: string) {
    super(code, 'conflict', message);
  }
}

/** Leases, writes, verifies. A failure at any step leaves nobody's credential on the machine. */
@Injectable()
@PerformEffect(InstallCredential)
export class InstallCredentialEffect implements PerformsEffect<InstallCredential> {
  constructor(
    private readonly access: MachineAccess,
    @Optional() @Inject(MachineCredentials) private readonly credentials: MachineCredentials | null = null,
  ) {}

  async perform({ payload }: InstallCredential, attempt: Attempt): Promise<CommandMessage> {
    const open = await this.access.open(payload);
    const files = new CredentialFiles(new MachineGit(this.access, open, attempt.abort));
    // The former person's goes first, so that the two are never there together.
    await files.remove();
    if (payload.formerLeaseId !== null) await this.credentials?.end(payload.formerLeaseId, 'owner_swap');
    const lease = await this.lease(payload, attempt);
    try {
      await files.prepare(payload.cloneUrl);
      await files.install(lease.token, lease);
      const verified = await files.verify(payload.cloneUrl);
      if (!verified.ok) throw new EffectFailed('credential.refused_by_remote', lastWords(verified.words));
    } catch (error) {
      await files.remove();
      await this.credentials?.end(lease.leaseId, 'not_installed');
      throw error;
    }
    const { leaseId, login, mode, expiresAt } = lease;
    const outcome = { kind: 'installed' as const, userId: payload.userId, login, mode, leaseId, expiresAt };
    return new RecordCredential({ ...told(payload), outcome });
  }

  giveUp({ payload }: InstallCredential, { code, message }: Failure): CommandMessage {
    const outcome = { kind: 'failed' as const, code: code.slice(0, 80), message: message.slice(0, 2_000) };
    return new RecordCredential({ ...told(payload), outcome });
  }

  private async lease(payload: InstallCredential['payload'], attempt: Attempt): Promise<LeasedCredential> {
    const { userId, organizationId, repositoryId, purpose } = payload;
    if (!this.credentials) throw new LeaseWasRefused('github.unavailable', 'This installation lends no credentials.');
    const holder = { holderId: attempt.effectId, fence: attempt.fence };
    const lease = await this.credentials.lease({ userId, organizationId, repositoryId, purpose, ...holder });
    if (!('refused' in lease)) return lease;
    if (PASSING.includes(lease.refused)) throw new EffectFailed(lease.refused, lease.message);
    throw new LeaseWasRefused(lease.refused, lease.message);
  }
}

/** Takes the file away and ends the lease. On a machine that is away the file goes when it wakes, before anything runs. */
@Injectable()
@PerformEffect(RemoveCredential)
export class RemoveCredentialEffect implements PerformsEffect<RemoveCredential> {
  constructor(
    private readonly access: MachineAccess,
    @Optional() @Inject(MachineCredentials) private readonly credentials: MachineCredentials | null = null,
  ) {}

  async perform({ payload }: RemoveCredential, attempt: Attempt): Promise<CommandMessage> {
    // The lease first: it is what makes the file worthless.
    if (payload.leaseId !== null) await this.credentials?.end(payload.leaseId, payload.reason);
    try {
      const open = await this.access.open(payload);
      await new CredentialFiles(new MachineGit(this.access, open, attempt.abort)).remove();
    } catch (error) {
      if (!(error instanceof SandboxNotRunning || error instanceof GenerationChanged)) throw error;
    }
    return new RecordCredential({ ...told(payload), outcome: { kind: 'removed' } });
  }

  giveUp({ payload }: RemoveCredential, { code, message }: Failure): CommandMessage {
    const outcome = { kind: 'failed' as const, code: code.slice(0, 80), message: message.slice(0, 2_000) };
    return new RecordCredential({ ...told(payload), outcome });
  }
}
