import type { Frame } from '../contracts/index.js';
import type { OutgoingRow } from '../sending/outgoing-row.js';

export interface SentRow extends OutgoingRow {
  retry_of: string | null;
}

export interface FrameRow extends Frame {
  /** The event's id. */
  event: string;
}

export interface EffectRow {
  id: string;
  name: string;
  v: number;
  module: string;
  entity_id: string;
  organization_id: string | null;
  payload: Record<string, unknown>;
  exclusive_key: string | null;
  max_attempts: number | null;
  deadline_ms: number;
  requested_by: string;
  correlation_id: string;
  on_behalf_of: string | null;
  hop: number;
  traceparent: string | null;
}

export interface LetterRow {
  id: string;
  source: 'command' | 'effect' | 'reaction' | 'broker';
  module: string;
  organization_id: string | null;
  envelope: unknown;
  code: string;
  message: string;
  stack: string | null;
  attempts: number;
}

/** What one command produced besides its own rows: kept with its outcome, or not at all. */
export class WorkProduct {
  readonly sent: SentRow[] = [];
  readonly frames: FrameRow[] = [];
  readonly effects: EffectRow[] = [];
  readonly letters: LetterRow[] = [];
}
