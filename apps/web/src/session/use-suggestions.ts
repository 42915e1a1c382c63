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
const MOST = 50;

/** What fits the word before the cursor. `words`: said in place of suggestions, or null. */
export function useSuggestions(
  taskId: string,
  commands: Commands,
  trigger: Trigger | null,
): { suggestions: readonly Suggestion[]; words: string | null } {
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
  const found = useMemo(
    () => (files.data ?? []).slice(0, MOST).map((one) => fileSuggestion(one, line)),
    [files.data, line],
  );
  if (trigger === null) return { suggestions: NONE, words: null };
  if (!isFile) return { suggestions: fitting, words: fitting.length === 0 ? commandWords(commands.length) : null };
  if (path === '') return { suggestions: NONE, words: 'Type a part of a path; :12 after it names a line.' };
  if (files.isError) return { suggestions: NONE, words: fileTrouble(files.error) };
  if (files.isPending || asked !== path) return { suggestions: found, words: found.length === 0 ? 'Searching' : null };
  return { suggestions: found, words: found.length === 0 ? 'No path has these words.' : null };
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
