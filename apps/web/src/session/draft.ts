import { newId } from '../api/new-id.js';
import type { Attachment } from './session-calls.js';

/** What is being written. `messageId`: what the message will have, drawn when typing began. */
export interface DraftContent {
  readonly messageId: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

export interface DraftState extends DraftContent {
  /** `failed`: the last save did not arrive; the next key tries again. */
  readonly saved: 'yes' | 'not_yet' | 'failed';
  /** What another device wrote since somebody wrote here; null: nothing else. */
  readonly other: DraftContent | null;
}

/** What the server keeps; null as `messageId`: nothing is being written. */
export interface StoredDraft {
  messageId: string | null;
  text: string;
  attachments: Attachment[];
}

type Save = (content: DraftContent) => Promise<void>;

const SAVE_AFTER_MS = 500;
export const MOST_ATTACHMENTS = 20;

/** What a message may not hold, as the escapes of a terminal whose output is pasted: controls but newline and tab. */
const UNSTORABLE = /[^\P{Cc}\n\t]|\p{Cs}/gu;
const NO_ATTACHMENTS: readonly Attachment[] = Object.freeze([]);
const empty = (): DraftState => ({
  messageId: newId(),
  text: '',
  attachments: NO_ATTACHMENTS,
  saved: 'yes',
  other: null,
});

/**
 * One draft. Whoever listens is told at once, because a text field shows it. Saves go out in their order, one at a time;
 * what was sent cannot come back by a late answer.
 */
export class Draft {
  #state = empty();
  #isTouched = false;
  readonly #sent = new Set<string>();
  /** What was written here, as far as it was saved: the server tells it again. */
  readonly #own = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(private readonly save: Save) {}

  readonly get = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly write = (text: string): void => {
    this.#change({ text: text.replaceAll(UNSTORABLE, '') });
  };

  /** Adds one more; false when there are as many as a message may have. */
  readonly attach = (attachment: Attachment): boolean => {
    const { attachments } = this.#state;
    if (attachments.length >= MOST_ATTACHMENTS) return false;
    this.#change({ attachments: [...attachments, attachment] });
    return true;
  };

  readonly detach = (index: number): void => {
    this.#change({ attachments: this.#state.attachments.filter((_, at) => at !== index) });
  };

  /** Takes what the server keeps, unless something was written here since. */
  readonly load = ({ messageId, text, attachments }: StoredDraft): void => {
    if (this.#isTouched) {
      this.#offer({ messageId, text, attachments });
      return;
    }
    if (messageId === null) {
      // It was sent or emptied elsewhere.
      if (this.#state.text !== '' || this.#state.attachments.length > 0) this.#set(empty());
      return;
    }
    if (!this.#sent.has(messageId)) this.#set({ messageId, text, attachments, saved: 'yes', other: null });
  };

  /** Takes what another device wrote in place of what is here. */
  readonly useOther = (): void => {
    const { other } = this.#state;
    if (!other) return;
    clearTimeout(this.#timer);
    this.#isTouched = false;
    this.#set({ ...other, saved: 'yes', other: null });
  };

  /** The message is accepted. What was written meanwhile stays, as a draft of its own. */
  readonly accepted = (sent: DraftContent): void => {
    clearTimeout(this.#timer);
    this.#sent.add(sent.messageId);
    const { text, attachments } = this.#state;
    const rest = text.startsWith(sent.text) ? text.slice(sent.text.length).trimStart() : text;
    const newer = attachments.filter((one) => !sent.attachments.includes(one));
    this.#isTouched = rest !== '' || newer.length > 0;
    const saved = this.#isTouched ? 'not_yet' : 'yes';
    this.#set({ messageId: newId(), text: rest, attachments: newer, saved, other: null });
    if (this.#isTouched) this.#saveSoon();
  };

  /** Saves now what waits to be saved. */
  readonly flush = (): void => {
    if (this.#state.saved !== 'not_yet') return;
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(() => this.#saveOnce());
  };

  #change(part: Partial<DraftContent>): void {
    this.#isTouched = true;
    this.#set({ ...this.#state, ...part, saved: 'not_yet' });
    this.#saveSoon();
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, SAVE_AFTER_MS);
  }

  /** Only what is not from here, and not what stands here already. */
  #offer({ messageId, text, attachments }: StoredDraft): void {
    if (messageId === null || this.#sent.has(messageId)) return;
    const mark = markOf({ text, attachments });
    if (mark === markOf(this.#state) || this.#own.has(mark)) return;
    this.#set({ ...this.#state, other: { messageId, text, attachments } });
  }

  async #saveOnce(): Promise<void> {
    const saved = this.#state;
    if (this.#sent.has(saved.messageId)) return;
    this.#own.add(markOf(saved));
    try {
      await this.save(saved);
      this.#saveEnded(saved, 'yes');
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // The text is still here; the composer says that it is only here.
      this.#saveEnded(saved, 'failed');
    }
  }

  #saveEnded(of: DraftState, saved: 'yes' | 'failed'): void {
    const now = this.#state;
    const isSame = now.messageId === of.messageId && now.text === of.text && now.attachments === of.attachments;
    if (isSame) this.#set({ ...now, saved });
  }

  #set(state: DraftState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const markOf = ({ text, attachments }: Pick<DraftContent, 'text' | 'attachments'>): string =>
  JSON.stringify([text, attachments]);
