import { parseArgs } from 'node:util';

/** `--commands 5000 --kills 50 --workers 3 --organizations 25`; a wrong one ends the run with a sentence. */
export function readOptions(argv) {
  const number = (fallback) => ({ type: 'string', default: String(fallback) });
  const { values } = parseArgs({
    args: argv,
    options: {
      commands: number(5000),
      kills: number(50),
      workers: number(3),
      organizations: number(25),
      verbose: { type: 'boolean', default: false },
    },
  });
  const { verbose, ...texts } = values;
  const numbers = Object.entries(texts).map(([name, text]) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number of at least 1.`);
    return [name, value];
  });
  return { ...Object.fromEntries(numbers), verbose };
}
