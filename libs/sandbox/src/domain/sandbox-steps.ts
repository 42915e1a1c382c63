import {
  type CheckpointReason,
  type CheckpointView,
  PauseMachine,
  PrepareRepository,
  Provision,
  ResumeMachine,
  SandboxDestroyed,
  SandboxExpired,
  SandboxFailed,
  SandboxPaused,
  SandboxReady,
  SandboxRecreated,
  SandboxResumed,
  type SandboxState,
  SaveCheckpoint,
  StartServer,
} from '../contracts/index.js';
import type { Plan, SandboxRow } from './sandbox-row.js';
import { type Moment, SandboxTransitions } from './sandbox-transitions.js';

/** Only a machine that answers can be saved. */
const SAVABLE: readonly SandboxState[] = ['ready'];

/**
 * The states of section 4 of the specification. Each verb is one transition; what has to be done for it is asked for in
 * the same transaction that writes the state, and a report that names another step is refused with `step.ended`.
 */
export abstract class SandboxSteps extends SandboxTransitions {
  /** The first machine, or the next one after the last ended. */
  protected begin(moment: Moment): void {
    this.enter('requested', moment, 'provision');
    this.isolation = this.homePath = this.repoPath = null;
    this.expiresAt = null;
    this.maxLife = false;
    this.repoState = 'none';
    this.repoCode = this.noticeCode = this.noticeText = null;
    this.agents = this.agentsAt = null;
    this.diskUsedMb = null;
    this.ask(new Provision({ ...this.stepOf(), provider: this.provider, taskId: this.taskId }));
  }

  /** A worker began. */
  beginProvisioning(moment: Moment): void {
    if (this.state !== 'requested') return;
    const [stepId, effectId] = [this.stepId, this.stepEffectId];
    this.enter('provisioning', moment, 'provision');
    // The effect goes on under the id that it was asked with.
    [this.stepId, this.stepEffectId] = [stepId, effectId];
    this.scheduleDeadline();
    this.changed();
  }

  provisioned(made: { isolation: SandboxRow['isolation']; homePath: string; expiresAt: Date | null }, moment: Moment) {
    this.isolation = made.isolation;
    this.homePath = made.homePath;
    this.repoPath = `${made.homePath}/repo`;
    this.expiresAt = made.expiresAt;
    this.enter('starting', moment, 'startServer');
    this.ask(new StartServer(this.stepOf()));
    this.changed();
  }

  started(moment: Moment): void {
    if (this.repoState === 'ready') this.becomeReady(moment);
    else this.prepare(moment);
  }

  prepared(notice: { code: string; message: string } | null, moment: Moment): void {
    this.repoState = 'ready';
    this.repoCode = null;
    this.noticeCode = notice?.code ?? null;
    this.noticeText = notice?.message ?? null;
    this.restoreCheckpointId = null;
    this.becomeReady(moment);
  }

  /** A step gave up, or its time was up. Saving before a pause or an end that fails leaves the machine as it was. */
  fail(code: string, message: string, moment: Moment): void {
    if (this.stepEffectId !== null) this.intents.push({ kind: 'cancel', effectId: this.stepEffectId });
    if (this.state === 'pausing') {
      this.becomeReady(moment, { code, message });
      return;
    }
    if (this.state === 'preparing') {
      this.repoState = 'failed';
      this.repoCode = code;
    }
    this.failedState = this.state;
    this.leaveRunning(moment);
    this.enter('failed', moment, null);
    this.setError(code, message);
    this.intents.push({ kind: 'tell', event: new SandboxFailed(this.next()) });
  }

  deadlinePassed(stepId: string, moment: Moment): void {
    if (stepId !== this.stepId) return;
    this.fail(`${this.state}.deadline`, `The sandbox was ${this.state} for too long.`, moment);
  }

  /** The failed step again. */
  again(moment: Moment): void {
    const state = this.failedState;
    this.failedState = null;
    if (state === 'resuming') this.wake(moment);
    else if (state === 'starting' || state === 'degraded') {
      this.enter('starting', moment, 'startServer');
      this.ask(new StartServer(this.stepOf()));
      this.changed();
    } else if (state === 'preparing') this.prepare(moment);
    else {
      this.begin(moment);
      this.changed();
    }
  }

  /** Three checks were missed: the server is started again where the machine still is. */
  degrade(message: string, moment: Moment): void {
    if (this.state !== 'ready') return;
    this.enter('degraded', moment, 'startServer');
    this.setError('machine.unreachable', message);
    this.ask(new StartServer(this.stepOf()));
    this.changed();
  }

  /** Saves the work, then does what `plan` says. Nothing to save on a machine without a repository. */
  protected saveThen(plan: Plan, reason: CheckpointReason, moment: Moment): void {
    this.plan = plan;
    if (this.repoState === 'ready' && SAVABLE.includes(this.state)) {
      this.leaveRunning(moment);
      this.enter('pausing', moment, 'checkpoint');
      this.askCheckpoint({ checkpointId: moment.id('checkpoint'), reason, store: true, stepId: this.stepId });
      this.changed();
    } else {
      this.leaveRunning(moment);
      this.afterSaving(moment);
    }
  }

  askCheckpoint(wanted: { checkpointId: string; reason: string; store: boolean; stepId: string | null }): void {
    this.checkpointNumber += 1;
    const { headSha, treeSha, stored } = this.lastCheckpoint ?? {};
    const last =
      headSha === undefined || treeSha === undefined ? null : { headSha, treeSha, stored: stored === 'bundle' };
    const effect = new SaveCheckpoint({
      ...this.named,
      generation: this.generation,
      ...wanted,
      number: this.checkpointNumber,
      branch: this.branch,
      baseBranch: this.baseBranch,
      last,
    });
    this.intents.push({ kind: 'ask', effect, ...(wanted.stepId === null ? {} : { as: 'step' as const }) });
  }

  saved(checkpoint: CheckpointView): void {
    this.lastCheckpoint = checkpoint;
  }

  /** The work is saved, or there was nothing to save. */
  afterSaving(moment: Moment): void {
    const plan = this.plan;
    if (plan === 'recreate') this.replace('recreated', moment);
    else if (plan === 'destroy') this.end(moment);
    else {
      this.enter('pausing', moment, 'pause');
      this.ask(new PauseMachine(this.stepOf()));
      this.changed();
    }
  }

  /** It sleeps. Without a reason it was asked for: by a person, or because its time of rest had come. */
  paused(byProvider: boolean, moment: Moment): void {
    const isIdle = this.idleAt !== null && this.idleAt <= moment.now;
    const reason = byProvider ? 'provider' : isIdle ? 'idle' : 'user';
    this.leaveRunning(moment);
    this.enter('paused', moment, null);
    this.plan = null;
    this.idleAt = null;
    this.intents.push({ kind: 'tell', event: new SandboxPaused({ ...this.next(), reason }) });
  }

  protected wake(moment: Moment): void {
    this.enter('resuming', moment, 'resume');
    this.ask(new ResumeMachine({ ...this.stepOf(), removeCredential: this.credentialState !== 'installed' }));
    this.changed();
  }

  resumed(expiresAt: Date | null, moment: Moment): void {
    this.expiresAt = expiresAt;
    this.maxLife = false;
    if (this.repoState === 'ready') this.becomeReady(moment, null, true);
    else this.prepare(moment);
  }

  /** The machine is gone without our doing; what follows is the policy's. */
  lost(reason: string, needed: boolean, moment: Moment): void {
    if (this.stepEffectId !== null) this.intents.push({ kind: 'cancel', effectId: this.stepEffectId });
    this.leaveRunning(moment);
    this.enter('expired', moment, null);
    this.dropCredentialOfMachine();
    this.endGeneration(reason, this.lastCheckpoint?.checkpointId ?? null);
    const lostSince = this.lastCheckpoint?.createdAt ?? null;
    this.intents.push({ kind: 'tell', event: new SandboxExpired({ ...this.next(), reason, lostSince }) });
    if (this.onExpired === 'destroy') this.destroyed(moment);
    else if (needed) this.replace(reason, moment);
  }

  /** Generation + 1, from the chosen checkpoint or the last one. */
  protected replace(reason: string, moment: Moment): void {
    const wasLost = this.state === 'expired';
    if (!wasLost) {
      this.dropCredentialOfMachine();
      this.discardMachine();
      this.endGeneration(reason, null);
    }
    this.plan = null;
    this.provider = this.nextProvider ?? this.provider;
    this.nextProvider = null;
    this.generation += 1;
    const checkpointId = this.restoreCheckpointId ?? this.lastCheckpoint?.checkpointId ?? null;
    this.restoreCheckpointId = checkpointId;
    this.begin(moment);
    const lostSince = wasLost ? (this.lastCheckpoint?.createdAt ?? null) : null;
    const facts = { generation: this.generation, checkpointId, lostSince };
    this.intents.push({ kind: 'tell', event: new SandboxRecreated({ ...this.next(), ...facts }) });
  }

  /** Ends the machine; it is tried for as long as it takes. */
  protected end(moment: Moment): void {
    if (this.stepEffectId !== null) this.intents.push({ kind: 'cancel', effectId: this.stepEffectId });
    this.leaveRunning(moment);
    this.dropCredentialOfMachine();
    this.plan = null;
    this.enter('destroying', moment, 'destroy');
    this.discardMachine();
    this.changed();
  }

  /** Not gone yet: attempts are counted, and shown. */
  destroyFailed(code: string, message: string): void {
    this.destroyAttempts += 1;
    this.setError(code, `Tried ${String(this.destroyAttempts)} times: ${message}`);
    this.changed();
  }

  /** Asked for again by the reaper. */
  destroyAgain(): void {
    this.discardMachine();
  }

  destroyed(moment: Moment): void {
    if (this.state !== 'expired') this.endGeneration('destroyed', null);
    this.enter('destroyed', moment, null);
    this.destroyedAt = moment.now;
    this.idleAt = null;
    this.holds = [];
    this.intents.push({ kind: 'tell', event: new SandboxDestroyed(this.next()) });
  }

  private prepare(moment: Moment): void {
    this.repoState = 'preparing';
    this.enter('preparing', moment, 'prepareRepository');
    this.ask(
      new PrepareRepository({
        ...this.stepOf(),
        repositoryId: this.repositoryId,
        cloneUrl: this.cloneUrl,
        branch: this.branch,
        baseBranch: this.baseBranch,
        branchMode: this.branchMode,
        checkpointId: this.restoreCheckpointId,
        requestedBy: this.requestedBy,
        trusted: this.trusted,
      }),
    );
    this.changed();
  }

  private becomeReady(moment: Moment, error: { code: string; message: string } | null = null, woken = false): void {
    const wasDegraded = this.state === 'degraded';
    this.enter('ready', moment, null);
    this.plan = null;
    if (error) this.setError(error.code, error.message);
    this.intents.push({ kind: 'generationReady', generation: this.generation });
    if (!wasDegraded || this.watchId === null) this.watch(moment);
    this.lastActivityAt = moment.now;
    this.planIdle(moment.now);
    this.intents.push({
      kind: 'tell',
      event: woken ? new SandboxResumed(this.next()) : new SandboxReady(this.next()),
    });
  }

  protected abstract planIdle(now: Date): void;
  protected abstract dropCredentialOfMachine(): void;
}
