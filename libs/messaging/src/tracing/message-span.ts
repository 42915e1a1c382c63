import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { spanContextOf, traceparentOf } from './traceparent.js';

/** What the kernel does with a message; the first word of the span's name. */
export type Deed = 'accept' | 'publish' | 'handle' | 'perform';

/** What a span tells of its message. Never the payload. */
export interface Traced {
  id: string;
  name: string;
  entityId: string;
  organizationId: string | null;
  correlationId: string;
  traceparent: string | null;
}

const KINDS: Readonly<Record<Deed, SpanKind>> = {
  accept: SpanKind.PRODUCER,
  publish: SpanKind.PRODUCER,
  handle: SpanKind.CONSUMER,
  perform: SpanKind.CONSUMER,
};

/** Null while nobody collects spans: then a message costs a comparison, and no object. */
let tracer: Tracer | null = null;

/**
 * Looks whether spans are collected in this process, which is so when an SDK was registered with `@opentelemetry/api`.
 * Called once when a kernel opens: whoever wants spans registers before. Whether somebody did is not told by the API, so
 * one span is begun and thrown away; without an SDK it has no identity.
 */
export function lookForCollector(): void {
  const found = trace.getTracer('@foundry/messaging');
  const begun = found.startSpan('foundry', { root: true }, ROOT_CONTEXT).spanContext();
  tracer = isSpanContextValid(begun) ? found : null;
}

/** Who takes spans of this process; null while nobody collects. */
export const currentTracer = (): Tracer | null => tracer;

/** Whether anybody collects; asked before a span's attributes are put together. */
export const areCollected = (): boolean => tracer !== null;

/** Begins the span of a deed, as a child of what caused the message; null while nobody collects. */
export function messageSpan(deed: Deed, message: Traced): MessageSpan | null {
  return tracer && new MessageSpan(tracer, deed, message);
}

/** One deed on one message, in the trace that its request began. */
export class MessageSpan {
  /** What the message's own messages carry, so that they are its children. */
  readonly traceparent: string;
  private readonly span: Span;
  private readonly inside: Context;

  constructor(tracer: Tracer, deed: Deed, message: Traced) {
    const parent = parentOf(deed, message.traceparent);
    const attributes: Attributes = {
      'messaging.system': 'foundry',
      'messaging.operation.name': deed,
      'messaging.destination.name': message.name,
      'messaging.message.id': message.id,
      'messaging.message.conversation_id': message.correlationId,
      'foundry.entity_id': message.entityId,
    };
    if (message.organizationId !== null) attributes['foundry.organization_id'] = message.organizationId;
    this.span = tracer.startSpan(`${deed} ${message.name}`, { kind: KINDS[deed], attributes }, parent);
    this.inside = trace.setSpan(parent, this.span);
    this.traceparent = traceparentOf(this.span.spanContext());
  }

  /** Runs `work` inside the span: what other instrumentation sees there is its child. Ends with it. */
  async around<T>(work: () => Promise<T>, tell?: (result: T) => Attributes): Promise<T> {
    try {
      const result = await context.with(this.inside, work);
      this.end(tell?.(result));
      return result;
    } catch (error) {
      this.fail(error);
      throw error;
    }
  }

  end(attributes: Attributes = {}): void {
    this.span.setAttributes(attributes).end();
  }

  /** Only the error's kind: its message may hold what nobody should read in a trace. */
  fail(error: unknown): void {
    this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.end({ 'error.type': error instanceof Error ? error.name : typeof error });
  }
}

/** Where a request is traced by others already, their span is the parent of its acceptance. */
function parentOf(deed: Deed, traceparent: string | null): Context {
  if (deed === 'accept' && trace.getActiveSpan()) return context.active();
  const cause = spanContextOf(traceparent);
  return cause ? trace.setSpanContext(ROOT_CONTEXT, cause) : ROOT_CONTEXT;
}
