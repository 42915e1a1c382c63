/** Where the letters of `query` stand in `text`, in their order and ignoring case; null when they do not. */
export function subsequence(query: string, text: string): readonly number[] | null {
  const wanted = query.toLowerCase().replaceAll(/\s+/g, '');
  const letters = text.toLowerCase();
  const whole = letters.indexOf(query.toLowerCase());
  // Letters that stand together are what was meant, when they do.
  if (whole !== -1) return Array.from({ length: query.length }, (_, index) => whole + index);
  const found: number[] = [];
  let from = 0;
  for (const letter of wanted) {
    const at = letters.indexOf(letter, from);
    if (at === -1) return null;
    found.push(at);
    from = at + 1;
  }
  return found;
}
