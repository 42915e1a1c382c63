import { languageOfPath } from '../code/language.js';
import { Command, type ToolCallData } from './item-data.js';

/** A command is one of the shell; the rest is shown as JSON. */
export function inputLanguage(value: unknown): string {
  if (Command.safeParse(value).success) return 'bash';
  return typeof value === 'string' ? '' : 'json';
}

/** What was read of one file is in the language of that file. */
export function outputLanguage({ kind, locations }: ToolCallData): string {
  const [place, ...others] = locations ?? [];
  return kind === 'read' && place && others.length === 0 ? languageOfPath(place.path) : '';
}
