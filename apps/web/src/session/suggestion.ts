import type { SessionView } from '@foundry/task/contracts';

/** A word before the cursor that asks for suggestions, and where it stands in the text. */
export interface Trigger {
  readonly kind: 'file' | 'command';
  /** What was typed after the sign. */
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

const COMMAND = /^\/(\S*)$/;
const FILE = /(?:^|\s)@(\S*)$/;

/** `@` begins the path of a file anywhere; `/` a command, as the first sign of the message only. */
export function triggerAt(text: string, caret: number): Trigger | null {
  const before = text.slice(0, caret);
  const command = COMMAND.exec(before)?.[1];
  if (command !== undefined) return { kind: 'command', words: command, from: 0, to: caret };
  const file = FILE.exec(before)?.[1];
  return file === undefined ? null : { kind: 'file', words: file, from: caret - file.length - 1, to: caret };
}

/** The text with what was chosen in place of the word that asked for it. */
export function withChosen(text: string, { from, to }: Trigger, chosen: string): { text: string; caret: number } {
  const rest = text.slice(to);
  const gap = /^\s/.test(rest) ? '' : ' ';
  return { text: `${text.slice(0, from)}${chosen}${gap}${rest}`, caret: from + chosen.length + 1 };
}

const LINE = /^(.+):(\d+)$/;

/** What is searched: a path, with a line where one is named: `app.ts:12`. */
export function wantedFile(words: string): { path: string; line: number | null } {
  const [, path, line] = LINE.exec(words) ?? [];
  return path === undefined || Number(line) < 1 ? { path: words, line: null } : { path, line: Number(line) };
}

/** What an agent offers behind a slash. */
export type Commands = readonly SessionView['commands'][number][];
type AgentCommand = Commands[number];

/** The commands that fit, those that begin so first. */
export function fittingCommands(commands: Commands, words: string): AgentCommand[] {
  const wanted = words.toLowerCase();
  const begins = ({ name }: AgentCommand): boolean => name.toLowerCase().startsWith(wanted);
  const has = ({ name }: AgentCommand): boolean => name.toLowerCase().includes(wanted);
  return [...commands.filter(begins), ...commands.filter((one) => has(one) && !begins(one))];
}

/** The id of an entry in the list of suggestions, which the field names while it keeps the focus. */
export const optionId = (list: string, index: number): string => `${list}-${index}`;
