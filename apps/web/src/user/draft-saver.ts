import type { DraftContent } from '@foundry/user/contracts';
import { isPassing } from '../api/api-error.js';
import { newId } from '../api/new-id.js';

const QUIET_MS = 500;

export interface DraftSaverOptions {
  /** The id of the draft that there is already; null: it is drawn now. */
  messageId: string | null;
  /** Keeps the whole draft under the id that its message will have. Rejects when it could not. */
  save(messageId: string, content: DraftContent): Promise<void>;
}

/**
 * Keeps what is being written: half a second after the last key, or at once with `flush`. Saves go out one at a time and
 * in order. One that the network lost goes out with the next: until then the text is on the page.
 */
export class DraftSaver {
  #messageId: string;
  #waiting: DraftContent | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;

  constructor(private readonly options: DraftSaverOptions) {
    this.#messageId = options.messageId ?? newId();
  }

  /** The id under which the message is to be sent: a draft of it that arrives late is then ignored. */
  get messageId(): string {
    return this.#messageId;
  }

  change(content: DraftContent): void {
    this.#waiting = content;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.flush();
    }, QUIET_MS);
  }

  flush(): void {
    clearTimeout(this.#timer);
    if (this.#waiting !== null && !this.#isSaving) void this.#save(this.#waiting);
  }

  /** The message was sent: nothing of it is saved any more, and the next one has another id. */
  sent(): void {
    this.takeOver(newId());
  }

  /** Goes on with what another page wrote. */
  takeOver(messageId: string): void {
    clearTimeout(this.#timer);
    this.#waiting = null;
    this.#messageId = messageId;
  }

  async #save(content: DraftContent): Promise<void> {
    this.#waiting = null;
    this.#isSaving = true;
    const id = this.#messageId;
    let isLost = false;
    try {
      await this.options.save(id, content);
    } catch (error) {
      if (!isPassing(error)) throw error;
      isLost = true;
    } finally {
      this.#isSaving = false;
    }
    if (isLost && id === this.#messageId) this.#waiting ??= content;
    else this.flush();
  }
}
