import type { AuditSubject, CommandMessage, EffectMessage, EventMessage } from '@foundry/messaging/contracts';
import type { ItemKind } from '../contracts/index.js';
import type { Session } from './session.entity.js';
import type { Turn } from './turn.entity.js';

/** What every event of a task carries, known only when everything was decided. */
export interface Told {
  organizationId: string;
  taskId: string;
  version: number;
  title: string;
  at: string;
}

/** What a task decided that goes beyond its rows; `keep` makes it part of the transaction. */
export type Intent =
  | { kind: 'tell'; event: (told: Told) => EventMessage }
  | { kind: 'send'; command: CommandMessage }
  /** The agent of this session is to be started, or this turn is to be run: by an effect that the row remembers. */
  | { kind: 'start'; session: Session }
  | { kind: 'run'; turn: Turn }
  /** Other work of an effect, whose id the row takes. */
  | { kind: 'work'; effect: EffectMessage; row: { effectId: string | null } }
  | { kind: 'signal'; effectId: string; type: string; ref?: string }
  | { kind: 'cancel'; effectId: string }
  /** The task is to be looked at again then, if nothing did before. */
  | { kind: 'wake'; key: string; at: Date }
  | {
      kind: 'item';
      sessionId: string;
      item: { kind: ItemKind; text: string; data: Record<string, unknown>; turnId?: string };
    }
  /** The entry of a request says what became of it. */
  | { kind: 'amend'; sessionId: string; turnId: string; permissionId: string; data: Record<string, unknown> }
  | { kind: 'perform'; effect: EffectMessage }
  | { kind: 'audit'; entry: AuditSubject };
