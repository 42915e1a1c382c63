import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** Section 10 of the realtime specification. Topics are labelled by kind, never by id. */
export class RealtimeMetrics {
  readonly socketsOpen: Gauge;
  readonly subscriptions: Gauge<'topic'>;
  readonly deltasSent: Counter<'topic' | 'type'>;
  readonly deltaDelay: Histogram;
  readonly gapsRepaired: Counter<'source'>;
  readonly resumes: Counter<'result'>;
  readonly snapshots: Counter<'reason'>;
  readonly slowSockets: Gauge;
  readonly closes: Counter<'code'>;
  readonly revocations: Counter;

  constructor(registry: Registry) {
    const registers = [registry];
    this.socketsOpen = new Gauge({ name: 'sockets_open', help: 'Open realtime sockets.', registers });
    this.subscriptions = new Gauge({
      name: 'subscriptions',
      help: 'Subscriptions by kind of topic.',
      labelNames: ['topic'],
      registers,
    });
    this.deltasSent = new Counter({
      name: 'deltas_sent_total',
      help: 'Changes sent to sockets.',
      labelNames: ['topic', 'type'],
      registers,
    });
    this.deltaDelay = new Histogram({
      name: 'delta_delay_seconds',
      help: 'From the commit of a change to its handing to a socket.',
      buckets: [0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1, 2, 5, 30],
      registers,
    });
    this.gapsRepaired = new Counter({
      name: 'gaps_repaired_total',
      help: 'Topics of this instance that were behind, by where the repair came from (kept, snapshot).',
      labelNames: ['source'],
      registers,
    });
    this.resumes = new Counter({
      name: 'resumes_total',
      help: 'Subscribes with a version to resume from, by answer.',
      labelNames: ['result'],
      registers,
    });
    this.snapshots = new Counter({
      name: 'snapshots_total',
      help: 'Snapshots sent, by reason.',
      labelNames: ['reason'],
      registers,
    });
    this.slowSockets = new Gauge({ name: 'slow_sockets', help: 'Sockets that do not keep up.', registers });
    this.closes = new Counter({ name: 'closes_total', help: 'Closed sockets.', labelNames: ['code'], registers });
    this.revocations = new Counter({
      name: 'revocations_total',
      help: 'Subscriptions ended because the right to read was lost.',
      registers,
    });
  }
}
