import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript';
import { codeToTokensBase, createShikiPrimitiveAsync, type ShikiPrimitive } from '@shikijs/primitive';
import { grammarOf } from './grammars.js';
import { roleOf, THEME } from './theme.js';
import type { Token, TokenLine } from './tokens.js';

/** A longer line keeps its own look; it is no code that somebody reads. */
const LONGEST_LINE = 2_000;

let colours: Promise<ShikiPrimitive> | undefined;
const ready = (): Promise<ShikiPrimitive> =>
  (colours ??= createShikiPrimitiveAsync({
    themes: [THEME],
    langs: [],
    // A rule that the browser cannot follow is left out; the others hold.
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  }));

/** The pieces of each line of a code; null: there are no colours for its language. */
export async function coloured(code: string, language: string): Promise<TokenLine[] | null> {
  const grammar = grammarOf(language);
  if (grammar === null) return null;
  const shiki = await ready();
  await shiki.loadLanguage((await grammar()).default);
  // Without a limit of time: what a code looks like does not hang on how busy the machine is.
  const options = { lang: language, theme: 'foundry', tokenizeMaxLineLength: LONGEST_LINE, tokenizeTimeLimit: 0 };
  return codeToTokensBase(shiki, code, options).map((line) =>
    joined(line.map(({ content, color }): Token => [content, roleOf(color)])),
  );
}

/** Neighbours that look alike are one piece. */
function joined(line: readonly Token[]): TokenLine {
  const pieces: Token[] = [];
  for (const [text, role] of line) {
    const last = pieces.at(-1);
    if (last?.[1] === role) pieces[pieces.length - 1] = [last[0] + text, role];
    else pieces.push([text, role]);
  }
  return pieces;
}
