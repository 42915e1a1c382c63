import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const Violations = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })) }),
);

/**
 * What axe finds against WCAG A and AA and its best practices: one line for each kind, with one place and a count.
 * `layer`: only what lies over the page there; the page below it is out of reach then.
 */
export async function accessibilityFaults(page: Page, layer?: string): Promise<string[]> {
  // Evaluated by the debugger, which the content policy of the page does not concern.
  await page.evaluate(axe.source);
  const violations: unknown = await page.evaluate(
    `axe.run(${layer === undefined ? 'document' : JSON.stringify(layer)}).then(({ violations }) => violations)`,
  );
  const places = Violations.parse(violations).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => ({ html, kind: `${id}: ${failureSummary.replaceAll(/\s+/g, ' ')}` })),
  );
  const kinds = new Map<string, string[]>();
  for (const { kind, html } of places) kinds.set(kind, [...(kinds.get(kind) ?? []), html]);
  return [...kinds].map(
    ([kind, [html = '', ...more]]) => `${kind} ${html}${more.length > 0 ? ` and ${String(more.length)} more` : ''}`,
  );
}
