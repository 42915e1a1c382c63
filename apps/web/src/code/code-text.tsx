import { Fragment } from 'react';
import { revealed } from '../ui/revealed.js';
import { type CodeRole, linesOf, type TokenLine } from './tokens.js';
import { useColours } from './use-colours.js';

const LOOKS: Readonly<Record<CodeRole, string>> = {
  comment: 'text-text-3',
  keyword: 'text-merged',
  string: 'text-owner',
  constant: 'text-warning',
  name: 'text-accent',
  quiet: 'text-text-2',
  added: 'text-owner',
  removed: 'text-danger',
};

/** The pieces of one line in their colours, with what hides in them written out. */
export function ColouredLine({ line }: { line: TokenLine }) {
  return line.map(([text, role], index) =>
    role === null ? (
      <Fragment key={index}>{revealed(text)}</Fragment>
    ) : (
      <span key={index} className={LOOKS[role]}>
        {revealed(text)}
      </span>
    ),
  );
}

/** Code as text, in colours as soon as they are known. */
export function CodeText({ text, language }: { text: string; language: string }) {
  const colours = useColours(text, language);
  if (!colours) return revealed(text);
  return linesOf(text, colours).map((line, index) => (
    <Fragment key={index}>
      {index > 0 && '\n'}
      <ColouredLine line={line} />
    </Fragment>
  ));
}
