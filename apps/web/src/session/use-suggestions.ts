import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isRefusal } from '../api/api-error.js';
import { useDebounced } from '../ui/use-debounced.js';
import { findFiles } from './repository-files.js';
import { type Commands, fittingCommands, type Trigger, wantedFile } from './suggestion.js';

/** One thing that can be put in place of what was typed. */
export interface Suggestion {
  readonly kind: 'file' | 'command';
  /** What stands in the text afterwards. */
  readonly text: string;
  readonly name: string;
  readonly hint: string;
  /** Of a file: the line that is meant. */
  readonly line: number | null;
}

const NONE: readonly Suggestion[] = Object.freeze([]);
/** So many have room over the field; typing on narrows them. */
const MOST = 6;

/** What fits the word before the cursor. `words`: said in place of suggestions, or null. */
export function useSuggestions(taskId: string, commands: Commands, trigger: Trigger | null): Suggested {
  const isFile = trigger?.kind === 'file';
  const { path, line } = wantedFile(isFile ? trigger.words : '');
  const asked = useDebounced(path);
  const files = useQuery({
    queryKey: ['files for a message', taskId, asked],
    queryFn: () => findFiles(taskId, asked),
    enabled: isFile && asked !== '',
    placeholderData: (before) => before,
    staleTime: 15_000,
    retry: false,
  });
  const command = trigger?.kind === 'command' ? trigger.words : null;
  const fitting = useMemo(
    () => (command === null ? NONE : fittingCommands(commands, command).map(commandSuggestion)),
    [commands, command],
  );
  const found = useMemo(() => (files.data ?? []).map((one) => fileSuggestion(one, line)), [files.data, line]);
  if (trigger === null) return { suggestions: NONE, words: null };
  if (!isFile) return fitting.length === 0 ? only(commandWords(commands.length)) : first(fitting);
  if (path === '') return only('Type a part of a path; :12 after it names a line.');
  if (files.isError) return only(fileTrouble(files.error));
  if (found.length > 0) return first(found);
  return only(files.isPending || asked !== path ? 'Searching' : 'No path has these words.');
}

interface Suggested {
  readonly suggestions: readonly Suggestion[];
  readonly words: string | null;
}

const only = (words: string): Suggested => ({ suggestions: NONE, words });

function first(all: readonly Suggestion[]): Suggested {
  const more = all.length - MOST;
  return { suggestions: all.slice(0, MOST), words: more > 0 ? `${more} more fit: type on.` : null };
}

const commandSuggestion = ({ name, description, hint }: Commands[number]): Suggestion => ({
  kind: 'command',
  text: `/${name}`,
  name: hint === null ? `/${name}` : `/${name} ${hint}`,
  hint: description,
  line: null,
});

function fileSuggestion(path: string, line: number | null): Suggestion {
  const text = line === null ? path : `${path}:${line}`;
  return { kind: 'file', text, name: text, hint: '', line };
}

const commandWords = (count: number): string =>
  count === 0 ? 'The agent told no commands yet.' : 'No command of the agent has this name.';

const fileTrouble = (error: Error): string =>
  isRefusal(error, 'sandbox.not_running')
    ? 'The sandbox does not run, so files cannot be searched. Sending a message wakes it.'
    : 'The files could not be searched.';
