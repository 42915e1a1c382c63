import type { TokenLine } from './tokens.js';

/** Asked of the worker. */
export interface ColourRequest {
  readonly id: number;
  readonly code: string;
  readonly language: string;
}

/** `lines` null: there are no colours. */
export interface ColourAnswer {
  readonly id: number;
  readonly lines: readonly TokenLine[] | null;
}
