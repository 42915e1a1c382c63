import type { CommandMessage, EffectMessage, EventMessage } from '@foundry/messaging/contracts';

/** What an entity decided that goes beyond its row; the handler's `keep` makes it part of the transaction. */
export type Intent =
  | { kind: 'tell'; event: EventMessage }
  /** `as`: the row remembers the effect's id, so that it can be cancelled. */
  | { kind: 'ask'; effect: EffectMessage; as?: 'step' | 'watch' | 'credential' }
  | { kind: 'cancel'; effectId: string }
  | { kind: 'schedule'; key: string; at: Date; command: CommandMessage }
  | { kind: 'unschedule'; key: string }
  /** The machine of this generation ended, or began to be usable. */
  | { kind: 'generationEnded'; generation: number; reason: string; lostCheckpointId: string | null }
  | { kind: 'generationReady'; generation: number }
  | { kind: 'ran'; generation: number; seconds: number };
