import type { SqlRunner } from '@foundry/messaging';

/** Part of a statement with its bound values: ``part`and kind = ${kind}` ``. */
export interface Part {
  texts: readonly string[];
  values: readonly unknown[];
}

export const part = (texts: TemplateStringsArray, ...values: unknown[]): Part => ({ texts, values });

/**
 * Runs the parts one after the other as one statement, so that a filter that is not asked for is not in it and the planner
 * can use the index of the one that is. Values stay bound.
 */
export function runParts(sql: SqlRunner, parts: readonly Part[]): Promise<unknown[]> {
  const texts = parts.reduce<string[]>((before, { texts: next }) => {
    const [first = '', ...rest] = next;
    const last = before.pop() ?? '';
    return [...before, `${last}\n${first}`, ...rest];
  }, []);
  return sql(Object.assign(texts, { raw: texts }), ...parts.flatMap(({ values }) => values));
}
