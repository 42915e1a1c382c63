import type { ItemKind } from '../contracts/index.js';
import { ToolCall } from './acp.js';
import { beginning, bytesOf, jsonBytes, KIB, smallValue, storable, storableValue } from './sizes.js';
import { isOver, ToolCallData, withUpdate } from './tool-call.js';

/** Text beyond it goes on in the next entry. */
const TEXT_BYTES = 64 * KIB;
/** The same as JSON, for text that is full of signs which JSON writes longer. */
const TEXT_JSON_BYTES = 84 * KIB;
const RAW_BYTES = 16 * KIB;
const PLAN_BYTES = 32 * KIB;

export type TextKind = 'assistant_text' | 'reasoning';

/** An entry as it is stored, as far as a turn goes on with it. */
export interface StoredItem {
  seq: number;
  rev: number;
  kind: ItemKind;
  text: string;
  data: Record<string, unknown>;
  open: boolean;
  createdAt: Date;
}

/** An entry of a turn that is being written. */
export interface DraftItem {
  /** Null: not stored yet. */
  seq: number | null;
  rev: number;
  readonly kind: ItemKind;
  readonly authorId: string | null;
  text: string;
  /** Bytes of the text, and of it as JSON. */
  bytes: number;
  json: number;
  data: Record<string, unknown>;
  open: boolean;
  createdAt: Date | null;
  /** So much of the text is stored, in UTF-16 units. */
  storedLength: number;
  /** More than the length of its text is new. */
  isReplaced: boolean;
}

interface NewItem {
  kind: ItemKind;
  text?: string;
  data?: Record<string, unknown>;
  authorId?: string | null;
  open?: boolean;
}

/**
 * The entries of one turn in memory. What an agent says becomes changes of them, which are stored in batches. Nothing
 * comes in here that `clean` did not see, but the text of the agent, which comes in pieces.
 */
export class Draft {
  private readonly changed = new Set<DraftItem>();
  private growing: DraftItem | null = null;
  private readonly calls = new Map<string, { item: DraftItem; data: ToolCallData }>();
  private planItem: DraftItem | null = null;

  /** `stored`: what the former holder of the turn wrote. */
  constructor(
    private readonly clean: (text: string) => string,
    stored: readonly StoredItem[] = [],
  ) {
    for (const row of stored) this.resume(row);
  }

  /** The stored end of the text that an agent is in the middle of; '' when there is none. */
  get growingText(): string {
    return this.growing?.text ?? '';
  }

  get growingKind(): ItemKind | null {
    return this.growing?.kind ?? null;
  }

  /** A call as it is kept; null: not heard of. */
  call(callId: string): ToolCallData | null {
    return this.calls.get(callId)?.data ?? null;
  }

  get hasPlan(): boolean {
    return this.planItem !== null;
  }

  knows(callId: string): boolean {
    return this.calls.has(callId);
  }

  get hasChanges(): boolean {
    return this.changed.size > 0;
  }

  /** Text of the agent, redacted already. It grows until something else is said. */
  append(kind: TextKind, text: string): void {
    let rest = storable(text);
    if (this.growing && this.growing.kind !== kind) this.closeText();
    while (rest !== '') {
      this.growing ??= this.put({ kind, open: true });
      const piece = fitting(this.growing, rest);
      extend(this.growing, piece);
      this.changed.add(this.growing);
      rest = rest.slice(piece.length);
      if (rest !== '') this.closeText();
    }
  }

  closeText(): void {
    if (!this.growing) return;
    this.growing.open = false;
    this.growing.isReplaced = true;
    this.changed.add(this.growing);
    this.growing = null;
  }

  /** A call of a tool, or news of one. */
  tool(call: ToolCall, at: Date): void {
    const known = this.calls.get(call.toolCallId);
    if (!known) this.closeText();
    const update = ToolCall.parse(storableValue(call, this.cleaned));
    const data = ToolCallData.parse(storableValue(withUpdate(known?.data ?? null, update, at), this.cleaned));
    const item = known?.item ?? this.put({ kind: 'tool_call' });
    this.calls.set(call.toolCallId, { item, data });
    this.replace(item, data, !isOver(data));
  }

  /** The one plan of the turn. */
  plan(entries: readonly Record<string, unknown>[]): void {
    if (!this.planItem) {
      this.closeText();
      this.planItem = this.put({ kind: 'plan' });
    }
    this.replace(this.planItem, { entries: smallValue(storableValue(entries, this.cleaned), PLAN_BYTES) }, false);
  }

  /** An entry that is whole. Longer text goes on in further entries of its kind. */
  add(item: NewItem): void {
    this.closeText();
    let rest = this.cleaned(item.text ?? '');
    const data = record(storableValue(item.data ?? {}, this.cleaned));
    do {
      const part = this.put({ ...item, data });
      const piece = fitting(part, rest);
      extend(part, piece);
      rest = rest.slice(piece.length);
    } while (rest !== '');
  }

  notice(code: string, text: string, raw?: unknown): void {
    const data = { code, ...(raw === undefined ? {} : { raw: smallValue(raw, RAW_BYTES) }) };
    this.add({ kind: 'notice', text, data });
  }

  /** Whatever is open will not go on: the turn is over. */
  finish(): void {
    this.closeText();
    for (const { item, data } of this.calls.values()) if (item.open) this.replace(item, data, false);
  }

  /** New and changed ones, in the order in which they came up. */
  changes(): DraftItem[] {
    return [...this.changed];
  }

  /** They were stored as they are now. */
  stored(): void {
    for (const item of this.changed) {
      item.storedLength = item.text.length;
      item.isReplaced = false;
    }
    this.changed.clear();
  }

  private readonly cleaned = (text: string): string => this.clean(storable(text));

  private put({ kind, data = {}, authorId = null, open = false }: NewItem): DraftItem {
    const nothing = { seq: null, rev: 1, createdAt: null, text: '', bytes: 0, json: 0, storedLength: 0 };
    const item: DraftItem = { ...nothing, kind, authorId, data, open, isReplaced: false };
    this.changed.add(item);
    return item;
  }

  private replace(item: DraftItem, data: object, open: boolean): void {
    item.data = record(data);
    item.open = open;
    item.isReplaced = true;
    this.changed.add(item);
  }

  private resume({ seq, rev, kind, text, data, open, createdAt }: StoredItem): void {
    const sizes = { bytes: bytesOf(text), json: jsonBytes(text) - 2, storedLength: text.length };
    const item: DraftItem = {
      seq,
      rev,
      kind,
      authorId: null,
      text,
      data,
      open,
      createdAt,
      isReplaced: false,
      ...sizes,
    };
    if (kind === 'tool_call') {
      const call = ToolCallData.safeParse(data);
      if (call.success) this.calls.set(call.data.callId, { item, data: call.data });
    } else if (kind === 'plan') this.planItem = item;
    else if (open) this.growing = item;
  }
}

/** As much of a text as the entry has room for. */
function fitting(item: DraftItem, text: string): string {
  let piece = beginning(text, TEXT_BYTES - item.bytes);
  while (item.json + jsonBytes(piece) - 2 > TEXT_JSON_BYTES) piece = beginning(piece, Math.floor(bytesOf(piece) / 2));
  return piece;
}

function extend(item: DraftItem, piece: string): void {
  item.text += piece;
  item.bytes += bytesOf(piece);
  item.json += jsonBytes(piece) - 2;
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
