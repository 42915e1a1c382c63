import { isSpanContextValid, type SpanContext } from '@opentelemetry/api';

/** W3C Trace Context, section 3.2 (https://www.w3.org/TR/trace-context/#traceparent-header), as version 00 writes it. */
const FORM = /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/;

/** The span that a `traceparent` names; null when it names none. */
export function spanContextOf(traceparent: string | null): SpanContext | null {
  const [, traceId, spanId, flags] = FORM.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  const found = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(found) ? found : null;
}

/** The `traceparent` that makes others children of this span. */
export const traceparentOf = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
