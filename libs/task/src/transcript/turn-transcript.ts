import type { ToolCall } from './acp.js';
import type { Draft, TextKind } from './draft.js';
import { type Secrets, TextRedactor } from './redact.js';

/** How far the stream of an agent is in the transcript. */
export interface Cursor {
  /** All events up to this one are in it. */
  lastEventId: number | null;
  /** Of the event after it, so much text is in it too: the rest is held back, as it could begin a secret. */
  skip: number;
  /** The text ends within a secret, whose rest is to be swallowed. */
  inside: 'token' | 'pem' | null;
}

/** Text of one event that is not yet all in the draft. */
interface Piece {
  eventId: number;
  /** Length of what was in the draft already when this holder took over. */
  before: number;
  length: number;
}

/**
 * What the agent says during one turn, on its way into the entries. It knows which events are wholly in them, so that
 * whoever takes over reads on from there and neither loses nor repeats a sign.
 */
export class TurnTranscript {
  private redactor: TextRedactor;
  private kind: TextKind | null = null;
  private pieces: Piece[] = [];
  private lastEventId: number | null;
  private skip: number;
  private heldSince: number | null = null;

  constructor(
    readonly draft: Draft,
    private readonly secrets: Secrets,
    cursor: Cursor,
  ) {
    this.lastEventId = cursor.lastEventId;
    this.skip = cursor.skip;
    this.redactor = new TextRedactor(secrets, cursor.inside, draft.growingText);
    const { growingKind } = draft;
    if (growingKind === 'assistant_text' || growingKind === 'reasoning') this.kind = growingKind;
  }

  /** Up to which event everything is in the draft, and what of the next one. */
  get cursor(): Cursor {
    const { inside, heldLength } = this.redactor;
    let held = heldLength;
    for (const piece of this.pieces.toReversed()) {
      if (held <= 0) break;
      if (held <= piece.length) {
        return { lastEventId: piece.eventId - 1, skip: piece.before + piece.length - held, inside };
      }
      held -= piece.length;
    }
    return { lastEventId: this.lastEventId, skip: 0, inside };
  }

  /** When text was held back that still is; null: none is. */
  get heldSinceMs(): number | null {
    return this.redactor.heldLength > 0 ? this.heldSince : null;
  }

  /** Every event is told of, whatever it says, before what it says. */
  seen(eventId: number): void {
    if (this.lastEventId !== null && eventId !== this.lastEventId + 1) this.skip = 0;
    this.lastEventId = eventId;
  }

  /** A piece of text of the event that was just seen. */
  text(kind: TextKind, text: string, nowMs: number): void {
    if (kind !== this.kind) this.endText();
    this.kind = kind;
    const before = this.skip;
    const fresh = text.slice(before);
    this.skip = 0;
    if (fresh === '') return;
    this.pieces.push({ eventId: this.lastEventId ?? 0, before, length: fresh.length });
    this.draft.append(kind, this.redactor.push(fresh));
    if (this.redactor.heldLength > 0) this.heldSince ??= nowMs;
    this.forget();
  }

  tool(call: ToolCall, at: Date): void {
    // Only a new call comes between two texts; news of an old one leaves the text as it is.
    if (!this.draft.knows(call.toolCallId)) this.endText();
    this.draft.tool(call, at);
  }

  plan(entries: readonly Record<string, unknown>[]): void {
    if (!this.draft.hasPlan) this.endText();
    this.draft.plan(entries);
  }

  notice(code: string, text: string, raw?: unknown): void {
    this.endText();
    this.draft.notice(code, text, raw);
  }

  /** What was held back long enough goes on. */
  release(): void {
    if (this.kind) this.draft.append(this.kind, this.redactor.release());
    this.forget();
  }

  /** Something else follows. */
  endText(): void {
    if (this.kind) this.draft.append(this.kind, this.redactor.end());
    this.kind = null;
    this.draft.closeText();
    this.forget();
    this.redactor = new TextRedactor(this.secrets);
  }

  private forget(): void {
    let held = this.redactor.heldLength;
    if (held === 0) this.heldSince = null;
    let from = this.pieces.length;
    while (held > 0 && from > 0) {
      from -= 1;
      held -= this.pieces[from]?.length ?? 0;
    }
    this.pieces = this.pieces.slice(from);
  }
}
