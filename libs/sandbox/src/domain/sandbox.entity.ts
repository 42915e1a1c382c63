import { Entity, PrimaryColumn } from 'typeorm';
import {
  AgentsChanged,
  type AgentView,
  CheckpointFailed,
  type CheckpointView,
  ExtendMachine,
  type HoldKind,
  type OnExpired,
  PauseSandbox,
  ProcessChanged,
  type ProcessView,
  type ProviderName,
  SandboxCheckpointed,
  SandboxExpiring,
  WarnOfPause,
} from '../contracts/index.js';
import { HOLD_LIMIT_MS, WARNING_MS } from './limits.js';
import { MaxLifeReached, SandboxBusy, SandboxIsDestroyed, SandboxNotFailed, SandboxNotReady } from './rejections.js';
import { SandboxCredential } from './sandbox-credential.js';
import type { Moment } from './sandbox-transitions.js';

export interface Wanted {
  organizationId: string;
  sandboxId: string;
  taskId: string;
  repositoryId: string;
  cloneUrl: string;
  branch: string;
  baseBranch: string;
  branchMode: 'any' | 'existing';
  requestedBy: string | null;
  provider: ProviderName;
  trusted: boolean;
  onExpired: OnExpired;
  idleMinutes: number;
  /** What a former sandbox of the task saved last, to begin from; null: there was none. */
  lastCheckpoint: CheckpointView | null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Somebody's work: a pause or another machine would break it. */
const WORK: readonly HoldKind[] = ['turn', 'operation'];

/** The machine of a task over all its generations: what may be asked of it, and when it may rest. */
@Entity({ schema: 'sandbox', name: 'sandboxes' })
export class Sandbox extends SandboxCredential {
  @PrimaryColumn('uuid', { name: 'sandbox_id' }) sandboxId!: string;

  static request(wanted: Wanted, moment: Moment): Sandbox {
    const sandbox = new Sandbox();
    Object.assign(sandbox, wanted);
    sandbox.generation = 1;
    sandbox.version = 0;
    sandbox.createdAt = sandbox.lastActivityAt = moment.now;
    sandbox.destroyedAt = sandbox.idleAt = null;
    sandbox.failedState = null;
    sandbox.plan = null;
    sandbox.nextProvider = null;
    sandbox.holds = [];
    sandbox.watchId = sandbox.watchEffectId = null;
    sandbox.haveNoCredential();
    sandbox.destroyAttempts = 0;
    sandbox.checkpointNumber = wanted.lastCheckpoint?.number ?? 0;
    sandbox.restoreCheckpointId = wanted.lastCheckpoint?.checkpointId ?? null;
    sandbox.begin(moment);
    sandbox.changed();
    return sandbox;
  }

  /** Somebody needs the machine: a paused one wakes, a lost one is made again; others go on with what they do. */
  need(moment: Moment): void {
    if (this.state === 'destroyed' || this.state === 'destroying') throw new SandboxIsDestroyed();
    if (this.state === 'paused') this.wake(moment);
    else if (this.state === 'expired') this.replace('expired', moment);
  }

  /** False: it is not idle, so it stays. */
  pause(reason: 'user' | 'idle', moment: Moment): boolean {
    if (reason === 'idle') {
      if (this.state !== 'ready' || this.idleAt === null) return false;
      if (this.idleAt > moment.now) {
        this.planIdle(moment.now);
        return false;
      }
    }
    if (!this.isRunning()) throw new SandboxNotReady(this.state);
    this.mustNotBeBusy(moment.now);
    this.saveThen('pause', 'pause', moment);
    return true;
  }

  extend(minutes: number, moment: Moment): void {
    this.mustBeReady();
    if (this.maxLife) throw new MaxLifeReached();
    const asked = moment.now.getTime() + minutes * MINUTE_MS;
    this.planIdle(moment.now, Math.max(asked, this.idleAt?.getTime() ?? 0));
    if (this.expiresAt !== null) {
      const effect = new ExtendMachine({ ...this.named, generation: this.generation, minutes });
      this.intents.push({ kind: 'ask', effect });
    }
    this.changed();
  }

  /** Another machine, from the checkpoint that is named or the last one. */
  recreate(
    wanted: { checkpointId: string | null; provider: ProviderName | null; trusted?: boolean | undefined },
    moment: Moment,
  ): void {
    if (this.state === 'destroyed' || this.state === 'destroying') throw new SandboxIsDestroyed();
    this.mustNotBeBusy(moment.now);
    this.restoreCheckpointId = wanted.checkpointId;
    this.nextProvider = wanted.provider;
    this.trusted = wanted.trusted ?? this.trusted;
    if (this.stepEffectId !== null) this.intents.push({ kind: 'cancel', effectId: this.stepEffectId });
    this.saveThen('recreate', 'recreate', moment);
  }

  /** Ends it for good. Repeated: nothing. */
  destroy(checkpointFirst: boolean, moment: Moment): void {
    if (this.state === 'destroyed' || this.state === 'destroying') return;
    if (this.state === 'expired') this.destroyed(moment);
    else if (checkpointFirst && this.state === 'ready') this.saveThen('destroy', 'archive', moment);
    else this.end(moment);
  }

  retry(moment: Moment): void {
    if (this.state === 'destroying') {
      this.destroyAgain();
      return;
    }
    if (this.state !== 'failed') throw new SandboxNotFailed(this.state);
    this.again(moment);
  }

  /** Keeps the machine while it runs. An id that is known is renewed. */
  hold(holdId: string, kind: HoldKind, until: Date, now: Date): void {
    this.mustBeReady();
    const most = now.getTime() + HOLD_LIMIT_MS[kind];
    const held = { holdId, kind, until: new Date(Math.min(until.getTime(), most)).toISOString() };
    const others = this.liveHolds(now).filter((hold) => hold.holdId !== holdId);
    this.holds = [...others, held];
    this.lastActivityAt = now;
    this.planIdle(now);
    this.changed();
  }

  release(holdId: string, now: Date): void {
    if (!this.holds.some((hold) => hold.holdId === holdId)) return;
    this.holds = this.liveHolds(now).filter((hold) => hold.holdId !== holdId);
    this.lastActivityAt = now;
    if (this.isRunning()) this.planIdle(now);
    this.changed();
  }

  isHeldForWork(now: Date): boolean {
    return this.liveHolds(now).some(({ kind }) => kind === 'turn');
  }

  applyIdleLimit(idleMinutes: number, now: Date): void {
    if (idleMinutes === this.idleMinutes) return;
    this.idleMinutes = idleMinutes;
    if (!this.isRunning()) return;
    this.planIdle(now);
    this.changed();
  }

  /** Five minutes before it pauses; not when something keeps it by now. */
  warn(now: Date): void {
    if (this.state !== 'ready' || this.idleAt === null || this.idleAt.getTime() - now.getTime() > WARNING_MS) return;
    const at = this.idleAt.toISOString();
    this.intents.push({ kind: 'tell', event: new SandboxExpiring({ ...this.next(), at, reason: 'idle' }) });
  }

  /** The life of the machine as its provider answered; null: it did not, and nothing is known to be otherwise. */
  extended(answered: Date | null, refused: boolean): void {
    const expiresAt = answered ?? this.expiresAt;
    const wasRefused = this.maxLife;
    if (expiresAt?.getTime() === this.expiresAt?.getTime() && refused === wasRefused) return;
    this.expiresAt = expiresAt;
    this.maxLife = refused;
    if (refused && !wasRefused && expiresAt !== null) {
      const facts = { at: expiresAt.toISOString(), reason: 'max_life' as const };
      this.intents.push({ kind: 'tell', event: new SandboxExpiring({ ...this.next(), ...facts }) });
    } else this.changed();
  }

  /** The provider paused it by itself: with work on it, it is woken at once. */
  pausedByProvider(moment: Moment): void {
    if (!this.isRunning()) return;
    const busy = this.isHeldForWork(moment.now);
    this.paused(true, moment);
    if (busy) this.wake(moment);
  }

  checkpointed(requestId: string, checkpoint: CheckpointView, unchanged: boolean): void {
    this.saved(checkpoint);
    const facts = { requestId, checkpoint, unchanged };
    this.intents.push({ kind: 'tell', event: new SandboxCheckpointed({ ...this.next(), ...facts }) });
  }

  checkpointFailed(requestId: string, code: string, message: string): void {
    const facts = { requestId, code, message };
    this.intents.push({ kind: 'tell', event: new CheckpointFailed({ ...this.next(), ...facts }) });
  }

  learnResources(diskUsedMb: number): void {
    this.diskUsedMb = diskUsedMb;
    this.changed();
  }

  learnAgents(agents: AgentView[], now: Date): void {
    const known = JSON.stringify(this.agents) === JSON.stringify(agents);
    this.agents = agents;
    this.agentsAt = now;
    if (!known) this.intents.push({ kind: 'tell', event: new AgentsChanged({ ...this.next(), agents }) });
  }

  /** One of its processes changed. */
  tellProcess(process: ProcessView, removed = false): void {
    this.intents.push({ kind: 'tell', event: new ProcessChanged({ ...this.next(), process, removed }) });
  }

  /** A state that stood still gets on: a watch, another try to end it, or the end of a machine that slept too long. */
  getOn(pausedDays: number, moment: Moment): void {
    const since = moment.now.getTime() - this.stateSince.getTime();
    if (this.isUnwatched()) this.watch(moment);
    else if (this.state === 'destroying') this.destroyAgain();
    else if (this.state === 'paused' && since > pausedDays * DAY_MS) {
      this.endOfKeeping(moment);
    }
  }

  mustBeReady(): void {
    if (!this.isRunning()) throw new SandboxNotReady(this.state);
  }

  protected override planIdle(now: Date, notBefore = 0): void {
    const held = this.liveHolds(now).map(({ until }) => Date.parse(until));
    const from = Math.max(this.lastActivityAt.getTime(), ...held);
    this.idleAt = new Date(Math.max(from + this.idleMinutes * MINUTE_MS, notBefore));
    this.schedulePause(this.idleAt);
  }

  /** Its machine is ended, the work is in its checkpoint, and the next need brings another machine. */
  private endOfKeeping(moment: Moment): void {
    this.discardMachine();
    this.lost('machine.kept_too_long', false, moment);
  }

  private schedulePause(at: Date): void {
    const command = new PauseSandbox({ ...this.named, reason: 'idle' });
    this.intents.push({ kind: 'schedule', key: `sandbox.idle:${this.sandboxId}`, at, command });
    const warning = new Date(at.getTime() - WARNING_MS);
    const key = `sandbox.warning:${this.sandboxId}`;
    this.intents.push({ kind: 'schedule', key, at: warning, command: new WarnOfPause(this.named) });
  }

  private mustNotBeBusy(now: Date): void {
    const work = this.liveHolds(now).find(({ kind }) => WORK.includes(kind));
    if (work) throw new SandboxBusy(work.kind);
  }

  private liveHolds(now: Date) {
    return this.holds.filter(({ until }) => Date.parse(until) > now.getTime());
  }
}
