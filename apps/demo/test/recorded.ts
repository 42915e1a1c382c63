import { createRequire } from 'node:module';
import { z } from 'zod';

type Payload = Record<string, unknown>;
const Record = z.record(z.string(), z.unknown());

/** Keys that GitHub has stopped sending, or that tell where the recording was made: names of permissions, kinds of owners. */
const gone = [
  /\.permissions(\.|$)/,
  /^changes\.owner\.from\./,
  /\.(stargazers|master_branch|organization|custom_properties)$/,
  /^installation$/,
  /\.single_file$/,
];

const Definitions = z.array(z.object({ name: z.string(), examples: z.array(Record) }));
const definitions = Definitions.parse(createRequire(import.meta.url)('@octokit/webhooks-examples'));

/** The payloads of an event that were recorded at github.com. */
export function recorded(event: string): Payload[] {
  return definitions.find(({ name }) => name === event)?.examples ?? [];
}

function keysOf(value: unknown, path = ''): string[] {
  const inner = Record.safeParse(value);
  if (!inner.success) return [];
  return Object.entries(inner.data).flatMap(([key, next]) => [path + key, ...keysOf(next, `${path}${key}.`)]);
}

/** Where one recording has nothing, nothing is said about what would be inside. */
function nullsOf(value: unknown, path = ''): string[] {
  const inner = Record.safeParse(value);
  if (!inner.success) return value === null ? [path] : [];
  return Object.entries(inner.data).flatMap(([key, next]) => nullsOf(next, path ? `${path}.${key}` : key));
}

/** Keys that every recording of the same event and action has, and this payload has not. */
export function missingKeys(event: string, payload: Payload): string[] {
  const alike = recorded(event).filter((row) => row['action'] === payload['action']);
  if (alike.length === 0) return [];
  const sets = alike.map((row) => new Set(keysOf(row)));
  const always = [...(sets[0] ?? [])].filter((key) => sets.every((set) => set.has(key)));
  const own = new Set(keysOf(payload));
  const empty = nullsOf(payload);
  return always.filter(
    (key) =>
      !own.has(key) && !empty.some((path) => key.startsWith(`${path}.`)) && !gone.some((pattern) => pattern.test(key)),
  );
}
