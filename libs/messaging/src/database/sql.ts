/** Runs one statement with bound values and returns its rows as they come. */
export type SqlRunner = (query: TemplateStringsArray, ...values: unknown[]) => Promise<unknown[]>;

/** `select ${a}` as a statement with numbered parameters. */
export function statement(query: TemplateStringsArray, values: unknown[]): { text: string; values: unknown[] } {
  return { text: query.reduce((before, part, index) => `${before}$${String(index)}${part}`), values };
}

/** A template stands in the code once, so its texts are one object for the life of the process. */
const names = new WeakMap<TemplateStringsArray, string>();
let prepared = 0;

/** The same, prepared once on each connection: for what runs with every command. */
export function preparedStatement(
  query: TemplateStringsArray,
  values: unknown[],
): { name: string; text: string; values: unknown[] } {
  const known = names.get(query);
  const name = known ?? `foundry ${String((prepared += 1))}`;
  if (known === undefined) names.set(query, name);
  return { name, ...statement(query, values) };
}
