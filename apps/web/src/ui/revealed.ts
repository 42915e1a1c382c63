/** What turns the direction of text around, or has no width: the reader sees something else than what runs. */
const HIDDEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * Code, commands, paths and names of branches with what hides in them written out, as `[U+202E]`: `gpj.exe` shall not look
 * like a picture. Prose keeps its directions; there they only may not leave the element.
 */
export const revealed = (text: string): string =>
  text.replaceAll(HIDDEN, (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
