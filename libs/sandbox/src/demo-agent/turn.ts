import { setTimeout as wait } from 'node:timers/promises';
import { fieldsOf, textOf } from './json.js';
import type { Peer } from './peer.js';
import type { Session, ToolKind } from './session.js';

/** The turn was stopped by who asked for it. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

const OPTIONS = [
  { optionId: 'allow', name: 'Allow once', kind: 'allow_once' },
  { optionId: 'allow-always', name: 'Allow for this session', kind: 'allow_always' },
  { optionId: 'reject', name: 'Deny', kind: 'reject_once' },
  { optionId: 'reject-always', name: 'Deny for this session', kind: 'reject_always' },
] as const;
const YES_OR_NO = [
  { optionId: 'allow', name: 'Yes', kind: 'allow_once' },
  { optionId: 'reject', name: 'No', kind: 'reject_once' },
] as const;

const PACE_MS = 12;
const WORDS_AT_ONCE = 3;
let calls = 0;

/** The work on one message: what it says, what it asks, and whether it was told to stop. */
export class Turn {
  private readonly stop = new AbortController();
  private isDeaf = false;

  constructor(
    private readonly peer: Peer,
    readonly session: Session,
  ) {}

  get signal(): AbortSignal {
    return this.stop.signal;
  }

  /** Nothing stops this turn any more. */
  becomeDeaf(): void {
    this.isDeaf = true;
  }

  cancel(): void {
    if (!this.isDeaf) this.stop.abort();
  }

  mustGoOn(): void {
    if (this.signal.aborted) throw new Stopped();
  }

  async rest(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: this.signal }).catch((error: unknown) => {
      if (!this.signal.aborted) throw error;
    });
    this.mustGoOn();
  }

  /** The answer, a few words at a time. */
  async say(text: string): Promise<void> {
    const words = text.split(/(?<=\s)/);
    for (let from = 0; from < words.length; from += WORDS_AT_ONCE) {
      this.mustGoOn();
      this.session.words('agent_message_chunk', words.slice(from, from + WORDS_AT_ONCE).join(''));
      if (!this.session.isQuick) await this.rest(PACE_MS);
    }
  }

  think(text: string): void {
    this.session.words('agent_thought_chunk', text);
  }

  /** Begins a use of a tool; what comes of it is told with its id. */
  begin(kind: 'read' | ToolKind, title: string, facts: object): string {
    calls += 1;
    const toolCallId = `call-${String(Date.now())}-${String(calls)}`;
    this.session.update({ sessionUpdate: 'tool_call', toolCallId, kind, title, status: 'pending', ...facts });
    return toolCallId;
  }

  progress(toolCallId: string, status: 'in_progress' | 'completed' | 'failed', facts: object = {}): void {
    this.session.update({ sessionUpdate: 'tool_call_update', toolCallId, status, ...facts });
  }

  /** Whether people allow it: they are asked, unless the mode or an earlier answer says it. */
  async isAllowed(kind: ToolKind, toolCall: { toolCallId: string; title: string }): Promise<boolean> {
    const { mode, always } = this.session;
    if (kind !== 'other') {
      if (mode === 'bypassPermissions' || (mode === 'acceptEdits' && kind === 'edit')) return true;
      const known = always.get(kind);
      if (known !== undefined) return known;
    }
    const options = kind === 'other' ? YES_OR_NO : OPTIONS;
    const asked = this.peer.request('session/request_permission', {
      sessionId: this.session.id,
      toolCall: { ...toolCall, kind },
      options,
    });
    const answer = await Promise.race([asked, this.untilStopped()]);
    this.mustGoOn();
    const chosen = textOf(fieldsOf(fieldsOf(answer)['outcome'])['optionId']);
    const option = options.find(({ optionId }) => optionId === chosen);
    if (option?.kind === 'allow_always' || option?.kind === 'reject_always') {
      always.set(kind, option.kind === 'allow_always');
    }
    return option?.kind === 'allow_once' || option?.kind === 'allow_always';
  }

  private untilStopped(): Promise<void> {
    return new Promise((resolve) => {
      if (this.signal.aborted) resolve();
      this.signal.addEventListener('abort', () => {
        resolve();
      });
    });
  }
}
