import { randomUUID } from 'node:crypto';
import { type Fields, fieldsOf, textOf } from './json.js';
import { DEMO_AGENT } from './offer.js';
import type { Peer } from './peer.js';
import { DIRECTIVES } from './script.js';
import { SessionFile } from './session-file.js';

export type ToolKind = 'edit' | 'execute' | 'other';

/** What can be chosen for a session, in the words of the protocol. */
const CHOICES = [
  { id: 'mode', category: 'mode', name: 'Mode', offered: DEMO_AGENT.modes },
  { id: 'model', category: 'model', name: 'Model', offered: DEMO_AGENT.models },
  { id: 'thought_level', category: 'thought_level', name: 'Reasoning', offered: DEMO_AGENT.reasoning },
] as const;
type Choice = (typeof CHOICES)[number]['id'];

/** One conversation: what is chosen for it, what was said, and what people allowed for good. */
export class Session {
  readonly id: string;
  readonly cwd: string;
  readonly always = new Map<ToolKind, boolean>();
  private readonly chosen = new Map<Choice, string>(CHOICES.map(({ id, offered }) => [id, offered[0].id]));
  /** The last words, which may go on, so they are not written yet. */
  private open: { kind: string; text: string } | null = null;
  private said = 0;

  private constructor(
    private readonly peer: Peer,
    private readonly file: SessionFile,
    of: { id: string; cwd: string },
  ) {
    this.id = of.id;
    this.cwd = of.cwd;
  }

  static begin(peer: Peer, cwd: string): Session {
    const id = randomUUID();
    const file = SessionFile.of(id);
    if (!file) throw new Error('A session has an id.');
    file.add({ cwd });
    return new Session(peer, file, { id, cwd });
  }

  /** Tells everything that was said, and goes on with it. Null: there is no such session. */
  static resume(peer: Peer, id: string, cwd: string): Session | null {
    const file = SessionFile.of(id);
    const lines = file?.read();
    if (!file || !lines) return null;
    const session = new Session(peer, file, { id, cwd });
    for (const line of lines) {
      const { chosen, sessionUpdate } = line;
      if (chosen !== undefined) session.restore(fieldsOf(chosen));
      if (sessionUpdate !== undefined) session.tell(line);
    }
    return session;
  }

  get mode(): string {
    return this.chosen.get('mode') ?? '';
  }

  /** Words come one by one, unless they are asked for as fast as they can be. */
  get isQuick(): boolean {
    return this.chosen.get('model') === 'demo-quick';
  }

  get thinksLong(): boolean {
    return this.chosen.get('thought_level') === 'high';
  }

  /** A rough count of the tokens so far: four characters each. */
  get tokens(): number {
    return Math.ceil(this.said / 4);
  }

  /** False: nothing like it is offered. */
  choose(choice: string, value: string): boolean {
    const known = CHOICES.find(({ id }) => id === choice);
    if (!known?.offered.some(({ id }) => id === value)) return false;
    this.chosen.set(known.id, value);
    this.file.add({ chosen: { [known.id]: value } });
    return true;
  }

  /** What can be chosen, with what is. */
  settings(): object {
    const configOptions = CHOICES.map(({ id, category, name, offered }) => ({
      ...{ type: 'select', id, category, name, currentValue: this.chosen.get(id) },
      options: offered.map((option) => ({ value: option.id, name: option.name })),
    }));
    return { configOptions, modes: { currentModeId: this.mode, availableModes: DEMO_AGENT.modes } };
  }

  tellCommands(): void {
    const availableCommands = DIRECTIVES.map(({ name, hint, description }) => ({
      ...{ name, description },
      ...(hint === '' ? {} : { input: { hint } }),
    }));
    this.tell({ sessionUpdate: 'available_commands_update', availableCommands });
  }

  /** Words of the user, of the answer or of a thought. They are kept as one text until something else comes. */
  words(kind: 'user_message_chunk' | 'agent_message_chunk' | 'agent_thought_chunk', text: string, isTold = true): void {
    this.said += text.length;
    if (this.open?.kind !== kind) {
      this.flush();
      this.open = { kind, text: '' };
    }
    this.open.text += text;
    if (isTold) this.tell({ sessionUpdate: kind, content: { type: 'text', text } });
  }

  /** Anything else that happens. */
  update(update: Fields): void {
    this.flush();
    this.file.add(update);
    this.tell(update);
  }

  /** Keeps what was said up to now. */
  flush(): void {
    if (this.open) this.file.add({ sessionUpdate: this.open.kind, content: { type: 'text', text: this.open.text } });
    this.open = null;
  }

  private restore(chosen: Fields): void {
    for (const { id } of CHOICES) {
      const value = textOf(chosen[id]);
      if (value !== '') this.chosen.set(id, value);
    }
  }

  private tell(update: object): void {
    this.peer.notify('session/update', { sessionId: this.id, update });
  }
}
