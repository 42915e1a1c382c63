import {
  CredentialFailed,
  CredentialInstalled,
  type CredentialMode,
  type CredentialNeedKind,
  CredentialRemoved,
  ExpireCredential,
  InstallCredential,
  RemoveCredential,
} from '../contracts/index.js';
import { CREDENTIAL_FRESH_MS, CREDENTIAL_REST_MS } from './limits.js';
import { StepEnded } from './rejections.js';
import { SandboxSteps } from './sandbox-steps.js';
import type { Moment } from './sandbox-transitions.js';

export interface Installed {
  userId: string;
  login: string;
  mode: CredentialMode;
  leaseId: string;
  expiresAt: Date;
}

/** The owner's credential: on the machine only while somebody needs it, and never two people's. */
export abstract class SandboxCredential extends SandboxSteps {
  /** A need of this person. True when a fresh credential of theirs is there already. */
  needCredential(
    need: { needId: string; userId: string; kind: CredentialNeedKind },
    renew: boolean,
    foreignProcesses: readonly string[],
    moment: Moment,
  ): void {
    const others = this.credentialNeeds.filter(
      ({ needId, userId }) => needId !== need.needId && userId === need.userId,
    );
    this.credentialNeeds = [...others, { ...need, generation: this.generation }];
    this.intents.push({ kind: 'unschedule', key: this.restKey });
    const isTheirs = this.credentialUserId === need.userId;
    if (isTheirs && this.credentialState === 'installing') {
      this.changed();
      return;
    }
    if (isTheirs && !renew && this.credentialState === 'installed' && this.isFresh(moment.now)) {
      this.tellInstalled([need.needId], foreignProcesses);
      return;
    }
    this.beginInstalling(need.userId, need.kind, moment);
  }

  /** The need ended; the last one leaves the credential a minute. */
  releaseNeed(needId: string, now: Date): void {
    const rest = this.credentialNeeds.filter((need) => need.needId !== needId);
    if (rest.length === this.credentialNeeds.length) return;
    this.credentialNeeds = rest;
    if (rest.length > 0 || this.credentialState === 'none') return;
    const at = new Date(now.getTime() + CREDENTIAL_REST_MS);
    this.intents.push({ kind: 'schedule', key: this.restKey, at, command: new ExpireCredential(this.named) });
  }

  /** Nobody needed it for a minute. False: somebody does again, or there is none. */
  expireCredential(moment: Moment): boolean {
    if (this.credentialNeeds.length > 0) return false;
    return this.removeCredential('not_needed', moment);
  }

  /** Off the machine at once. False: there is none. */
  removeCredential(reason: string, moment: Moment): boolean {
    if (this.credentialState === 'none' || this.credentialState === 'removing') return false;
    if (this.credentialEffectId !== null) this.intents.push({ kind: 'cancel', effectId: this.credentialEffectId });
    this.credentialNeeds = [];
    this.credentialState = 'removing';
    this.askRemoval(reason, moment);
    this.changed();
    return true;
  }

  isCredentialOf(userId: string): boolean {
    return this.credentialUserId === userId;
  }

  get credentialOwner(): string | null {
    return this.credentialUserId;
  }

  mustBeCredentialAttempt(generation: number, attemptId: string): void {
    if (generation !== this.generation || attemptId !== this.credentialAttemptId) throw new StepEnded();
  }

  credentialInstalled(installed: Installed, foreignProcesses: readonly string[]): void {
    this.credentialState = 'installed';
    this.credentialUserId = installed.userId;
    this.credentialLogin = installed.login;
    this.credentialMode = installed.mode;
    this.credentialLeaseId = installed.leaseId;
    this.credentialExpiresAt = installed.expiresAt;
    this.credentialCode = null;
    this.credentialEffectId = null;
    this.tellInstalled(
      this.credentialNeeds.map(({ needId }) => needId),
      foreignProcesses,
    );
  }

  credentialFailed(code: string, message: string): void {
    const needIds = this.credentialNeeds.map(({ needId }) => needId);
    const userId = this.credentialUserId;
    this.clearCredential();
    this.credentialState = 'failed';
    this.credentialUserId = userId;
    this.credentialCode = code;
    if (userId === null) this.changed();
    else {
      const facts = { generation: this.generation, userId, needIds, code, message };
      this.intents.push({ kind: 'tell', event: new CredentialFailed({ ...this.next(), ...facts }) });
    }
  }

  credentialRemoved(): void {
    const userId = this.credentialUserId;
    this.clearCredential();
    this.intents.push({ kind: 'tell', event: new CredentialRemoved({ ...this.next(), userId }) });
  }

  /** The machine goes, and its files with it: the lease ends, and a next machine starts with none. */
  protected override dropCredentialOfMachine(): void {
    if (this.credentialEffectId !== null) this.intents.push({ kind: 'cancel', effectId: this.credentialEffectId });
    if (this.credentialLeaseId !== null) {
      const effect = new RemoveCredential({
        ...this.named,
        generation: this.generation,
        attemptId: this.sandboxId,
        leaseId: this.credentialLeaseId,
        reason: 'machine_ended',
      });
      this.intents.push({ kind: 'ask', effect });
    }
    this.clearCredential();
  }

  private beginInstalling(userId: string, kind: CredentialNeedKind, moment: Moment): void {
    if (this.credentialEffectId !== null) this.intents.push({ kind: 'cancel', effectId: this.credentialEffectId });
    this.credentialNeeds = this.credentialNeeds.filter((need) => need.userId === userId);
    this.credentialState = 'installing';
    this.credentialAttemptId = moment.id('credential');
    const effect = new InstallCredential({
      ...this.named,
      generation: this.generation,
      attemptId: this.credentialAttemptId,
      userId,
      repositoryId: this.repositoryId,
      cloneUrl: this.cloneUrl,
      purpose: kind,
      holderId: this.watchEffectId,
      formerLeaseId: this.credentialLeaseId,
    });
    this.credentialUserId = userId;
    this.credentialLogin = this.credentialMode = null;
    this.credentialExpiresAt = null;
    this.credentialLeaseId = null;
    this.intents.push({ kind: 'ask', effect, as: 'credential' });
    this.changed();
  }

  private askRemoval(reason: string, moment: Moment): void {
    this.credentialAttemptId = moment.id('credential');
    const effect = new RemoveCredential({
      ...this.named,
      generation: this.generation,
      attemptId: this.credentialAttemptId,
      leaseId: this.credentialLeaseId,
      reason,
    });
    this.intents.push({ kind: 'ask', effect, as: 'credential' });
  }

  /** As on a machine that never had one. */
  protected haveNoCredential(): void {
    this.credentialState = 'none';
    this.credentialUserId = this.credentialLogin = this.credentialMode = null;
    this.credentialExpiresAt = null;
    this.credentialLeaseId = this.credentialCode = null;
    this.credentialAttemptId = this.credentialEffectId = null;
    this.credentialNeeds = [];
  }

  private clearCredential(): void {
    this.haveNoCredential();
    this.intents.push({ kind: 'unschedule', key: this.restKey });
  }

  private tellInstalled(needIds: string[], foreignProcesses: readonly string[]): void {
    const { credentialUserId: userId, credentialMode: mode, credentialExpiresAt: expiresAt } = this;
    if (userId === null || mode === null || expiresAt === null) throw new Error('There is no credential to tell of.');
    const facts = {
      generation: this.generation,
      userId,
      mode,
      expiresAt: expiresAt.toISOString(),
      needIds,
      foreignProcesses: [...foreignProcesses],
    };
    this.intents.push({ kind: 'tell', event: new CredentialInstalled({ ...this.next(), ...facts }) });
  }

  private isFresh(now: Date): boolean {
    return (
      this.credentialExpiresAt !== null && this.credentialExpiresAt.getTime() - now.getTime() > CREDENTIAL_FRESH_MS
    );
  }

  private get restKey(): string {
    return `sandbox.credential:${this.sandboxId}`;
  }
}
