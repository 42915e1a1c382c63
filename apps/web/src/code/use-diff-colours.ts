import { useMemo } from 'react';
import type { DiffLine } from '../task/diff-lines.js';
import { languageOfPath } from './language.js';
import { linesOf, type TokenLine } from './tokens.js';
import { useColours } from './use-colours.js';

const isCode = ({ kind }: DiffLine): boolean => kind !== 'hunk' && kind !== 'note';

/** The colours of each line of a difference: what goes belongs to the old code, the others to the new one. */
export function useDiffColours(path: string, lines: readonly DiffLine[]): (line: DiffLine) => TokenLine {
  const sides = useMemo(() => {
    const before = lines.filter((line) => isCode(line) && line.kind !== 'added');
    const after = lines.filter((line) => isCode(line) && line.kind !== 'removed');
    return { before, after, beforeText: textOf(before), afterText: textOf(after) };
  }, [lines]);
  const language = languageOfPath(path);
  const before = useColours(sides.beforeText, language);
  const after = useColours(sides.afterText, language);
  const found = useMemo(() => {
    const all = new Map<DiffLine, TokenLine>();
    const add = (side: readonly DiffLine[], coloured: readonly TokenLine[]): void => {
      side.forEach((line, index) => {
        const pieces = coloured[index];
        if (pieces) all.set(line, pieces);
      });
    };
    if (before) add(sides.before, linesOf(sides.beforeText, before));
    if (after) add(sides.after, linesOf(sides.afterText, after));
    return all;
  }, [sides, before, after]);
  return (line) => found.get(line) ?? [[line.text, null]];
}

const textOf = (side: readonly DiffLine[]): string => side.map(({ text }) => text).join('\n');
