import { type Attributes, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { currentTracer } from './message-span.js';
import { spanContextOf, traceparentOf } from './traceparent.js';

/** How a request ended. `route` is its template, so that ids of paths are in no span's name; 499: the caller went away. */
export interface RequestEnd {
  method: string;
  route: string;
  status: number;
}

/** Begins the span of an HTTP request in the trace that its caller names; null while nobody collects. */
export function requestSpan(traceparent: string | undefined): RequestSpan | null {
  const tracer = currentTracer();
  if (!tracer) return null;
  const cause = spanContextOf(traceparent ?? null);
  const parent = cause ? trace.setSpanContext(ROOT_CONTEXT, cause) : ROOT_CONTEXT;
  return new RequestSpan(tracer.startSpan('request', { kind: SpanKind.SERVER }, parent));
}

/** One request, as the parent of what it makes the product do. */
export class RequestSpan {
  /** What the commands of this request carry. */
  readonly traceparent: string;

  constructor(private readonly span: Span) {
    this.traceparent = traceparentOf(span.spanContext());
  }

  /** Names and attributes are those of OpenTelemetry's conventions for HTTP servers; only our own failures are errors. */
  end({ method, route, status }: RequestEnd): void {
    const attributes: Attributes = {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': status,
    };
    if (status >= 500) this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.updateName(`${method} ${route}`).setAttributes(attributes).end();
  }
}
