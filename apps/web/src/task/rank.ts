/** Ranks are texts of printable characters, compared character by character. */
const FIRST = 0x21;
const COUNT = 0x7e - FIRST + 1;

const digitAt = (rank: string, place: number): number =>
  Math.min(Math.max(rank.charCodeAt(place) - FIRST, 0), COUNT - 1);

/**
 * A rank between two others, neither of which has to be there: null is the end of the list. Short as long as there is
 * room; one more character for each halving of what is left.
 */
export function rankBetween(low: string | null, high: string | null): string {
  let rank = '';
  let bound = high;
  for (let place = 0; ; place += 1) {
    const from = low !== null && place < low.length ? digitAt(low, place) : 0;
    const to = bound !== null && place < bound.length ? digitAt(bound, place) : COUNT;
    if (to - from > 1) return rank + String.fromCharCode(FIRST + Math.floor((from + to) / 2));
    rank += String.fromCharCode(FIRST + from);
    if (to > from) bound = null;
  }
}
