import type { SandboxState, SandboxView } from '@foundry/sandbox/contracts';
import type { Task } from './task.entity.js';

/** States in which a step runs whose end is told, however it ends. */
const ON_THE_WAY: readonly SandboxState[] = [
  'requested',
  'provisioning',
  'starting',
  'preparing',
  'resuming',
  'pausing',
];

/** The machine that turns can run on now: it runs, has the repository, and may do what the task may do. */
export function readyMachine({ sandbox, needsTrust }: Task): SandboxView | null {
  if (sandbox?.repository.state !== 'ready') return null;
  if (sandbox.state !== 'ready' && sandbox.state !== 'degraded') return null;
  return sandbox.trusted === !needsTrust ? sandbox : null;
}

/** Somebody works on the machine getting ready. */
export function isMachineOnTheWay({ sandbox, sandboxAskedAt }: Task): boolean {
  return sandboxAskedAt !== null || (sandbox !== null && ON_THE_WAY.includes(sandbox.state));
}

export const hasMachine = ({ sandboxId, sandbox }: Task): boolean =>
  sandboxId !== null && sandbox?.state !== 'destroyed';
