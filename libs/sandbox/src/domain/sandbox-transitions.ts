import {
  DestroyMachine,
  ExpireStep,
  type PauseMachine,
  type PrepareRepository,
  type Provision,
  type ResumeMachine,
  SandboxChanged,
  type SandboxState,
  type SandboxStep,
  type StartServer,
  WatchMachine,
} from '../contracts/index.js';
import { DEADLINES_MS } from './limits.js';
import { StepEnded } from './rejections.js';
import { SandboxRow } from './sandbox-row.js';

/** Ids come from the command, so that a decision taken again is the same decision. */
export interface Moment {
  now: Date;
  id: (label: string) => string;
}

const RUNNING: readonly SandboxState[] = ['ready', 'degraded'];

/** What every transition is made of: a state with its deadline, what is asked for it, and who watches the machine. */
export abstract class SandboxTransitions extends SandboxRow {
  isRunning(): boolean {
    return RUNNING.includes(this.state);
  }

  get present(): SandboxState {
    return this.state;
  }

  /** Refuses what belongs to a step that ended or to another machine. */
  mustBeStep(generation: number, stepId: string): void {
    if (generation !== this.generation || stepId !== this.stepId) throw new StepEnded();
  }

  mustBeGeneration(generation: number): void {
    if (generation !== this.generation) throw new StepEnded();
  }

  protected changed(): void {
    this.intents.push({ kind: 'tell', event: new SandboxChanged(this.next()) });
  }

  /** Somebody watches from here on. */
  watch(moment: Moment): void {
    this.watchId = moment.id('watch');
    const effect = new WatchMachine({ ...this.named, generation: this.generation, watchId: this.watchId });
    this.intents.push({ kind: 'ask', effect, as: 'watch' });
  }

  watchEnded(watchId: string): void {
    if (watchId !== this.watchId) return;
    this.watchId = this.watchEffectId = null;
  }

  /** Whether nobody watches a machine that runs. */
  isUnwatched(): boolean {
    return this.isRunning() && this.watchId === null;
  }

  protected leaveRunning(moment: Moment): void {
    if (this.watchEffectId !== null) this.intents.push({ kind: 'cancel', effectId: this.watchEffectId });
    this.watchId = this.watchEffectId = null;
    if (!this.isRunning()) return;
    const seconds = Math.max(0, Math.round((moment.now.getTime() - this.stateSince.getTime()) / 1_000));
    this.intents.push({ kind: 'ran', generation: this.generation, seconds });
  }

  protected endGeneration(reason: string, lostCheckpointId: string | null): void {
    this.intents.push({ kind: 'generationEnded', generation: this.generation, reason, lostCheckpointId });
  }

  protected discardMachine(): void {
    const effect = new DestroyMachine({ ...this.named, generation: this.generation, provider: this.provider });
    this.intents.push({ kind: 'ask', effect });
  }

  protected enter(state: SandboxState, { now, id }: Moment, step: SandboxStep | null): void {
    this.state = state;
    this.stateSince = now;
    this.step = step;
    this.stepId = step === null ? null : id(`${state} ${step} ${String(this.version)}`);
    this.stepEffectId = null;
    this.errorCode = this.errorText = null;
    const limit = DEADLINES_MS[state];
    this.deadlineAt = limit === undefined ? null : new Date(now.getTime() + limit);
    this.scheduleDeadline();
  }

  protected scheduleDeadline(): void {
    const key = `sandbox.deadline:${this.sandboxId}`;
    if (this.deadlineAt === null || this.stepId === null) this.intents.push({ kind: 'unschedule', key });
    else {
      const command = new ExpireStep({ ...this.named, stepId: this.stepId });
      this.intents.push({ kind: 'schedule', key, at: this.deadlineAt, command });
    }
  }

  protected ask(effect: Provision | StartServer | PrepareRepository | PauseMachine | ResumeMachine): void {
    this.intents.push({ kind: 'ask', effect, as: 'step' });
  }

  protected stepOf(): { organizationId: string; sandboxId: string; generation: number; stepId: string } {
    if (this.stepId === null) throw new Error(`Sandbox ${this.sandboxId} has no step to ask for.`);
    return { ...this.named, generation: this.generation, stepId: this.stepId };
  }

  protected setError(code: string, message: string): void {
    this.errorCode = code;
    this.errorText = message;
  }
}
