/** What a piece of code is, as far as it has a colour of its own. */
export type CodeRole = 'comment' | 'keyword' | 'string' | 'constant' | 'name' | 'quiet' | 'added' | 'removed';

/** A piece of one line. Null: it looks like other text. */
export type Token = readonly [text: string, role: CodeRole | null];
export type TokenLine = readonly Token[];

/** Code with the pieces of each of its lines. */
export interface ColouredCode {
  readonly text: string;
  readonly lines: readonly TokenLine[];
}

/** The lines of a text, with the colours that are known: those of a beginning of it while it grows. */
export function linesOf(text: string, known: ColouredCode | null): readonly TokenLine[] {
  if (known?.text === text) return known.lines;
  const plain = text.split('\n').map((line): TokenLine => [[line, null]]);
  if (!known || !text.startsWith(known.text)) return plain;
  // The last line of what is known may have grown since.
  return [...known.lines.slice(0, -1), ...plain.slice(known.lines.length - 1)];
}

/** The pieces of a line between two places. */
export function slicedLine(line: TokenLine, from: number, to: number): TokenLine {
  const pieces: Token[] = [];
  let at = 0;
  for (const [text, role] of line) {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (piece !== '') pieces.push([piece, role]);
    at += text.length;
  }
  return pieces;
}
