import { GithubFailure } from './github-failure.js';

/** Largest answer that is read. */
export const MOST_BYTES = 25 * 1024 * 1024;

/**
 * The JSON of an answer; null when it has no body. Ids too large for a number become text. octokit's own reading looks at
 * every value for such ids, which costs several times what parsing does. Throws `GithubFailure` above 25 MB.
 */
export async function answerOf(body: unknown): Promise<unknown> {
  if (!(body instanceof ReadableStream)) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    if (!(part instanceof Uint8Array)) throw new GithubFailure('unreadable', 200);
    size += part.length;
    if (size > MOST_BYTES) throw new GithubFailure('unreadable', 200);
    parts.push(part);
  }
  return parsed(Buffer.concat(parts).toString('utf8'));
}

/** Parses JSON; an integer of more than 15 digits is kept as text, because a number would lose its end. */
export function parsed(text: string): unknown {
  if (text === '') return null;
  const exact = /\d{16}/.test(text)
    ? text.replace(/"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])\d{16,}(?![\d.eE])/g, (found) =>
        found.startsWith('"') ? found : `"${found}"`,
      )
    : text;
  try {
    return JSON.parse(exact);
  } catch (error) {
    if (error instanceof SyntaxError) throw new GithubFailure('unreadable', 200);
    throw error;
  }
}
