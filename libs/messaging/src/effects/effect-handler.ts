import { SetMetadata } from '@nestjs/common';
import type { CommandMessage, EffectClass, EffectMessage } from '../contracts/index.js';
import type { Attempt } from './attempt.js';

/** Why an effect surrendered. `retryable`: a person may press retry. */
export interface Failure {
  code: string;
  message: string;
  retryable: boolean;
  attempts: number;
}

/** One per effect class. Both ways end in a command to the entity that asked; none ends in silence. */
export interface PerformsEffect<E extends EffectMessage> {
  /** Does the work once. A `Rejection` means the outside says no: `giveUp` at once. Anything else is tried again. */
  perform(effect: E, attempt: Attempt): Promise<CommandMessage>;
  giveUp(effect: E, failure: Failure): CommandMessage;
  /** Whether a surrendered effect may be asked for again; false when the entity went on. Default: yes. */
  canRetry?(effect: E): Promise<boolean>;
}

export const EFFECT_METADATA = 'foundry:effect';

/** Marks the provider that performs `effect`. Boot fails when an effect has none, or two. */
export const PerformEffect = (effect: EffectClass): ClassDecorator => SetMetadata(EFFECT_METADATA, effect);
