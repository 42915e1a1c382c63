import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the kernel counts (messaging, section 16). One per process. */
export class Metrics {
  readonly accepted: Counter<'module' | 'name'>;
  readonly settled: Counter<'module' | 'name' | 'outcome'>;
  readonly wait: Histogram<'module'>;
  readonly work: Histogram<'module'>;
  readonly attempts: Histogram;
  readonly unpublished: Gauge;
  readonly oldest: Gauge;
  readonly relayPublish: Histogram;
  readonly leader: Gauge;
  readonly laneDepth: Gauge;
  readonly elders: Counter;
  readonly duplicates: Counter;
  readonly timedOut: Counter;
  readonly effectsOpen: Gauge<'state'>;
  readonly effectAttempt: Histogram<'name' | 'outcome'>;
  readonly effectsGivenUp: Counter<'name' | 'code'>;
  readonly leasesLost: Counter;
  readonly staleWrites: Counter;
  readonly deadLetters: Gauge;
  readonly scheduleLag: Histogram;
  readonly partitionsHeld: Gauge<'module'>;

  constructor(readonly registry: Registry) {
    const counter = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
      new Counter({ name, help, labelNames, registers: [registry] });
    const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
      new Gauge({ name, help, labelNames, registers: [registry] });
    const histogram = <L extends string>(name: string, help: string, labelNames: L[] = [], buckets = SECONDS) =>
      new Histogram({ name, help, labelNames, buckets, registers: [registry] });
    this.accepted = counter('commands_accepted_total', 'Commands stored in the outbox', ['module', 'name']);
    this.settled = counter('commands_settled_total', 'Commands with an outcome', ['module', 'name', 'outcome']);
    this.wait = histogram('command_wait_seconds', 'From acceptance to the start of the last attempt', ['module']);
    this.work = histogram('command_work_seconds', 'From lock to outcome', ['module']);
    this.attempts = histogram('command_attempts', 'Attempts of a settled command', [], [1, 2, 3, 5, 10, 20]);
    this.unpublished = gauge('outbox_unpublished', 'Rows that are not on the wire yet');
    this.oldest = gauge('outbox_oldest_seconds', 'Age of the oldest row that is not on the wire yet');
    this.relayPublish = histogram('relay_publish_seconds', 'From publish to the confirms of a batch');
    this.leader = gauge('relay_leader', '1 while this process relays');
    this.laneDepth = gauge('lane_depth', 'Commands in hand that wait for their entity');
    this.elders = counter('elders_first_total', 'Commands handled because a younger one was delivered first');
    this.duplicates = counter('duplicates_total', 'Deliveries of commands that were settled already');
    this.timedOut = counter('requests_timed_out_total', 'Requests answered before their command was settled');
    this.effectsOpen = gauge('effects_open', 'Effects that have not reported', ['state']);
    this.effectAttempt = histogram('effect_attempt_seconds', 'One attempt of an effect', ['name', 'outcome']);
    this.effectsGivenUp = counter('effects_given_up_total', 'Effects that surrendered', ['name', 'code']);
    this.leasesLost = counter('leases_lost_total', 'Leases that ended before their work did');
    this.staleWrites = counter('stale_writes_refused_total', 'Writes of a holder that lost its lease');
    this.deadLetters = gauge('dead_letters_open', 'Dead letters that nobody resolved');
    this.scheduleLag = histogram('schedule_lag_seconds', 'From due to sent');
    this.partitionsHeld = gauge('partitions_held', 'Partitions this process consumes first', ['module']);
  }
}
