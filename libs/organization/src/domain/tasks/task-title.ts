const LONGEST = 80;

/** The first line of a prompt that says something, cut at the end of a word to 80 characters. Nothing is guessed. */
export function titleOf(prompt: string): string {
  const line =
    prompt
      .split('\n')
      .map((part) => part.trim())
      .find((part) => part !== '') ?? '';
  const characters = Array.from(line);
  if (characters.length <= LONGEST) return line;
  const cut = characters.slice(0, LONGEST + 1).join('');
  const end = cut.search(/\s\S*$/u);
  return end > 0 ? cut.slice(0, end).trimEnd() : characters.slice(0, LONGEST).join('');
}
