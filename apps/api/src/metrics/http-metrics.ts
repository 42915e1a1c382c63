import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** api.md, section 9. Routes are templates, never paths. */
export class HttpMetrics {
  readonly requests: Counter<'route' | 'method' | 'status'>;
  readonly seconds: Histogram<'route'>;
  readonly inFlight: Gauge;
  readonly problems: Counter<'code'>;
  readonly limited: Counter;

  constructor(readonly registry: Registry) {
    const registers = [registry];
    this.requests = new Counter({
      name: 'http_requests_total',
      help: 'Answered requests.',
      labelNames: ['route', 'method', 'status'],
      registers,
    });
    this.seconds = new Histogram({
      name: 'http_request_seconds',
      help: 'From the first byte to the end of the answer.',
      labelNames: ['route'],
      buckets: SECONDS,
      registers,
    });
    this.inFlight = new Gauge({ name: 'http_in_flight', help: 'Requests being answered.', registers });
    this.problems = new Counter({ name: 'problems_total', help: 'Problems by code.', labelNames: ['code'], registers });
    this.limited = new Counter({ name: 'rate_limited_total', help: 'Requests above their rate.', registers });
  }
}
