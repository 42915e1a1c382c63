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

const WORDS: Readonly<Record<string, string>> = {
  'lease.stale': 'The machine is not watched any more.',
  'member.required': 'The person is no member who may act.',
  'user.reauthorize': 'The person has to sign in with GitHub again.',
  'repository.access_denied': 'GitHub does not let the person write to this repository.',
  'repository.access_unknown': 'GitHub did not say what the person may do there.',
  'github.unavailable': 'GitHub does not answer, or no credentials are lent here.',
};
const wordsOf = (code: string): string => WORDS[code] ?? 'The credential was refused.';

/** The person's authority was refused; its code says what they can do. */
class LeaseWasRefused extends Rejection {
  constructor(code: string) {
    super(code, 'conflict', wordsOf(code));
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
    if (payload.formerLeaseId !== null) await this.credentials?.release(payload.formerLeaseId);
    const lease = await this.lease(payload, attempt);
    try {
      await files.prepare(payload.cloneUrl);
      await files.install(lease, lease.identity);
      const verified = await files.verify(payload.cloneUrl);
      if (!verified.ok) throw new EffectFailed('credential.refused_by_remote', lastWords(verified.words));
    } catch (error) {
      await files.remove();
      await this.credentials?.release(lease.leaseId);
      throw error;
    }
    const { leaseId, mode, identity } = lease;
    const facts = { userId: payload.userId, login: identity.login, mode, leaseId };
    const outcome = { kind: 'installed' as const, ...facts, expiresAt: lease.expiresAt.toISOString() };
    return new RecordCredential({ ...told(payload), outcome });
  }

  giveUp({ payload }: InstallCredential, { code, message }: Failure): CommandMessage {
    const outcome = { kind: 'failed' as const, code: code.slice(0, 80), message: message.slice(0, 2_000) };
    return new RecordCredential({ ...told(payload), outcome });
  }

  private async lease(payload: InstallCredential['payload'], attempt: Attempt): Promise<LeasedCredential> {
    const { userId, organizationId, repositoryId, purpose, holderId } = payload;
    if (!this.credentials) throw new LeaseWasRefused('github.unavailable');
    const request = { userId, organizationId, repositoryId, purpose, ...(holderId === null ? {} : { holderId }) };
    const lease = await this.credentials.lease(request, attempt);
    if ('credential' in lease) return lease.credential;
    if (PASSING.includes(lease.refused)) throw new EffectFailed(lease.refused, wordsOf(lease.refused));
    throw new LeaseWasRefused(lease.refused);
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
    if (payload.leaseId !== null) await this.credentials?.release(payload.leaseId);
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
