/** One thing that the demo agent is told to do. */
export type Step =
  | { do: 'write' | 'append'; path: string; text: string }
  | { do: 'delete'; path: string }
  | { do: 'run'; line: string }
  | { do: 'ask' | 'say' | 'commit' | 'fail'; text: string }
  | { do: 'slow'; seconds: number }
  | { do: 'burst'; count: number }
  | { do: 'crash'; code: number }
  | { do: 'deaf' | 'tokens' };

/** The language, as people see it: name, what follows it, what it does. */
export const DIRECTIVES = [
  { name: 'write', hint: '<path>: <text>', description: 'Writes a file' },
  { name: 'append', hint: '<path>: <text>', description: 'Adds to a file' },
  { name: 'delete', hint: '<path>', description: 'Deletes a file' },
  { name: 'run', hint: '<command line>', description: 'Runs a command in the repository' },
  { name: 'commit', hint: '<message>', description: 'Commits everything' },
  { name: 'say', hint: '<text>', description: 'Says something' },
  { name: 'ask', hint: '<question>', description: 'Asks you a question' },
  { name: 'slow', hint: '<seconds>', description: 'Works in silence' },
  { name: 'burst', hint: '<count>', description: 'Says many things at once' },
  { name: 'tokens', hint: '', description: 'Says what it used' },
  { name: 'deaf', hint: '', description: 'Does not stop when it is told to, for this message' },
  { name: 'fail', hint: '<message>', description: 'Ends with an error' },
  { name: 'crash', hint: '<exit code>', description: 'Ends its own process' },
] as const;

type Name = (typeof DIRECTIVES)[number]['name'];

const LINE = new RegExp(`^/?(${DIRECTIVES.map(({ name }) => name).join('|')})(?:\\s+(.*))?$`);
const FILE = /^([^:]+):\s?(.*)$/;
const LONGEST_PAUSE = 24 * 60 * 60;
const MOST_AT_ONCE = 100_000;

/** The directives of a message, line by line; null: it has none, so it is a request in words. Other lines are left out. */
export function scriptOf(message: string): Step[] | null {
  const steps = message.split('\n').flatMap((line) => stepOf(line.trim()) ?? []);
  return steps.length > 0 ? steps : null;
}

/** Null: the line is none, or lacks what has to follow. */
function stepOf(line: string): Step | null {
  const [, word, rest = ''] = LINE.exec(line) ?? [];
  const name = DIRECTIVES.find((directive) => directive.name === word)?.name;
  return name === undefined ? null : named(name, rest.trim());
}

function named(name: Name, rest: string): Step | null {
  switch (name) {
    case 'write':
    case 'append': {
      const [, path, text = ''] = FILE.exec(rest) ?? [];
      return path === undefined ? null : { do: name, path: path.trim(), text: unescaped(text) };
    }
    case 'delete':
      return rest === '' ? null : { do: name, path: rest };
    case 'run':
      return rest === '' ? null : { do: name, line: rest };
    case 'ask':
    case 'say':
    case 'commit':
    case 'fail':
      return rest === '' ? null : { do: name, text: unescaped(rest) };
    case 'slow':
      return withNumber(rest, LONGEST_PAUSE, (seconds) => ({ do: name, seconds }));
    case 'burst':
      return withNumber(rest, MOST_AT_ONCE, (count) => ({ do: name, count: Math.floor(count) }));
    case 'crash':
      return withNumber(rest === '' ? '1' : rest, 255, (code) => ({ do: name, code: Math.floor(code) }));
    case 'deaf':
    case 'tokens':
      return rest === '' ? { do: name } : null;
  }
}

function withNumber(text: string, most: number, step: (value: number) => Step): Step | null {
  return /^\d+(?:\.\d+)?$/.test(text) ? step(Math.min(Number(text), most)) : null;
}

/** `\n` stands for the end of a line, because a directive has only one. */
const unescaped = (text: string): string => text.replaceAll('\\n', '\n');
