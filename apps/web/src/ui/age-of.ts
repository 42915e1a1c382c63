const MINUTE = 60_000;
const UNITS: readonly (readonly [string, number])[] = [
  ['y', 365 * 24 * 60 * MINUTE],
  ['mo', 30 * 24 * 60 * MINUTE],
  ['d', 24 * 60 * MINUTE],
  ['h', 60 * MINUTE],
  ['m', MINUTE],
];

/** How long before `now` something was, in its largest unit: `3h`, `12d`. Under a minute, and what a clock ahead of ours says, is `now`. */
export function ageOf(at: string, now: number): string {
  const passed = now - Date.parse(at);
  const [name, size] = UNITS.find(([, unit]) => passed >= unit) ?? ['', 0];
  return size === 0 ? 'now' : `${Math.floor(passed / size)}${name}`;
}
