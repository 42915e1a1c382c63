/** Runs one statement with bound values and returns its rows as they come. */
export type SqlRunner = (query: TemplateStringsArray, ...values: unknown[]) => Promise<unknown[]>;

/** `select ${a}` as a statement with numbered parameters. */
export function statement(query: TemplateStringsArray, values: unknown[]): { text: string; values: unknown[] } {
  return { text: query.reduce((before, part, index) => `${before}$${String(index)}${part}`), values };
}
