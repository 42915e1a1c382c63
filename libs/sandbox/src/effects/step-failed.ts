import type { Failure } from '@foundry/messaging';
import { RecordFailed } from '../contracts/index.js';

interface Step {
  organizationId: string;
  sandboxId: string;
  generation: number;
  stepId: string;
}

export const stepOf = ({ organizationId, sandboxId, generation, stepId }: Step): Step => ({
  organizationId,
  sandboxId,
  generation,
  stepId,
});

/** The step gave up. `state`: what the sandbox is in, for a step whose time was up. */
export function stepFailed(step: Step, { code, message }: Failure, state: string): RecordFailed {
  const known = code === 'deadline' || code === 'effect.timed_out' ? `${state}.deadline` : code;
  return new RecordFailed({ ...stepOf(step), code: known.slice(0, 80), message: message.slice(0, 2_000) });
}
