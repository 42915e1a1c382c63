/** What stands before words, the words as they stand there, and what stands after, on one line. */
export function aroundWords(text: string, words: string): readonly [string, string, string] {
  const line = text.replaceAll(/\s+/g, ' ');
  const at = line.toLowerCase().indexOf(words.toLowerCase().replaceAll(/\s+/g, ' '));
  if (at === -1) return [line, '', ''];
  // The words are wanted in the one line that there is room for.
  const from = Math.max(0, at - 30);
  const end = at + words.length;
  return [`${from > 0 ? '…' : ''}${line.slice(from, at)}`, line.slice(at, end), line.slice(end)];
}
