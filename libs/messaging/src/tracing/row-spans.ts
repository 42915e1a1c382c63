import { areCollected, type MessageSpan, messageSpan } from './message-span.js';

/** The columns of an outbox row that a span needs. */
interface TracedRow {
  id: string;
  name: string;
  entity_id: string;
  organization_id: string | null;
  correlation_id: string;
  traceparent: string | null;
}

const tracedRow = (row: TracedRow) => ({
  id: row.id,
  name: row.name,
  entityId: row.entity_id,
  organizationId: row.organization_id,
  correlationId: row.correlation_id,
  traceparent: row.traceparent,
});

/** Begins the span of accepting these rows, and makes it their cause; null while nobody collects. */
export function acceptSpan(rows: readonly TracedRow[]): MessageSpan | null {
  const [first] = rows;
  const span = first && areCollected() ? messageSpan('accept', tracedRow(first)) : null;
  if (span) for (const row of rows) row.traceparent = span.traceparent;
  return span;
}

/** Begins the span of an attempt of an effect; null while nobody collects. */
export const performSpan = (effect: TracedRow): MessageSpan | null =>
  areCollected() ? messageSpan('perform', tracedRow(effect)) : null;

/** Spans of one batch on its way to the broker; null while nobody collects. Rows without a trace begin none here. */
export function publishSpans(rows: readonly TracedRow[]): { end(kept: readonly boolean[]): void } | null {
  if (!areCollected()) return null;
  const spans = rows.map((row) => (row.traceparent === null ? null : messageSpan('publish', tracedRow(row))));
  return {
    end: (kept) => {
      spans.forEach((span, index) => span?.end({ 'foundry.kept': kept[index] === true }));
    },
  };
}
