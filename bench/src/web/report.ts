export const say = (line = ''): void => void process.stdout.write(`${line}\n`);

/** A figure and its target, and whether it is kept. */
export function figure(what: string, value: number, target: number, unit: string): void {
  const [shown, most] = [value, target].map((one) => (Number.isInteger(one) ? String(one) : one.toFixed(1)));
  const verdict = value <= target ? '' : '  over';
  say(`  ${what.padEnd(64)}${`${shown ?? ''} ${unit}`.padStart(12)}  ≤ ${most ?? ''} ${unit}${verdict}`);
}

/** The value below which so large a part of them lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
