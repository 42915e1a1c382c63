import { AssertionError } from 'node:assert';
import { inspect, isDeepStrictEqual } from 'node:util';
import type { AuditSubject, CommandMessage, EffectMessage, EventMessage } from '../../contracts/index.js';
import { Rejection } from '../../rejections/rejection.js';
import { contains, type Expected, matches, shownExpected, shownMessage } from './like.js';
import type { MemoryTx, Recorded } from './memory-tx.js';

/** What came of a decision that was accepted: its result, everything it asked for, and the rows after it. */
export interface Decided<R> extends Recorded {
  result: R;
  rows: readonly object[];
}

/** One command on what was given. Each `then…` decides, compares, and resolves to all that was decided. */
export class Decision<R> {
  constructor(
    private readonly tx: MemoryTx,
    private readonly given: readonly object[],
    private readonly decide: (tx: MemoryTx) => Promise<R>,
  ) {}

  /** Exactly these events, in this order. */
  // The word is that of the specification. Somebody who awaits the decision itself has compared nothing; that `await`
  // hands in functions, and only what is thrown at once reaches it.
  then(events: readonly Expected<EventMessage>[]): Promise<Decided<R>> {
    if (!Array.isArray(events)) throw new Error('Nothing was expected of this decision; end it with .then([…]).');
    return this.thenTells(events);
  }

  /** Refused with this code, and nothing else. */
  async thenRejected(code: string): Promise<Rejection> {
    try {
      await this.decide(this.tx);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      if (error.code !== code) fail(`It was rejected with ${error.code}: ${error.message}`, error.code, code);
      return error;
    }
    return fail('It was not rejected.', this.tx.recorded.events.map(shownMessage), code);
  }

  /** Exactly these effects, in this order. */
  async thenAsks(...effects: Expected<EffectMessage>[]): Promise<Decided<R>> {
    const decided = await this.accepted();
    compare('effects', decided.effects, effects);
    return decided;
  }

  /** Exactly these further commands, in this order. */
  async thenSends(...commands: Expected<CommandMessage>[]): Promise<Decided<R>> {
    const decided = await this.accepted();
    compare('commands', decided.commands, commands);
    return decided;
  }

  /** These audit entries of its own, in this order, each with at least what is named. */
  async thenAudits(...entries: Partial<AuditSubject>[]): Promise<Decided<R>> {
    const decided = await this.accepted();
    if (!contains(decided.audits, entries)) fail('Other audit entries were made.', decided.audits, entries);
    return decided;
  }

  /** Accepted, and nothing came of it: no row differs, and nobody is told or asked anything. */
  async thenNothing(): Promise<Decided<R>> {
    const decided = await this.accepted();
    compare('events', decided.events, []);
    compare('commands', decided.commands, []);
    compare('effects', decided.effects, []);
    if (decided.audits.length > 0) fail('Audit entries were made.', decided.audits, []);
    if (decided.signals.length + decided.cancelled.length + decided.schedules.length + decided.unscheduled.length > 0) {
      fail('Effects or schedules were touched.', decided, {});
    }
    const same = decided.rows.length === this.given.length && this.given.every((row) => isAmong(row, decided.rows));
    if (!same) fail('Rows changed.', decided.rows, this.given);
    return decided;
  }

  private async thenTells(events: readonly Expected<EventMessage>[]): Promise<Decided<R>> {
    const decided = await this.accepted();
    compare('events', decided.events, events);
    return decided;
  }

  private async accepted(): Promise<Decided<R>> {
    const result = await this.decide(this.tx);
    return { ...this.tx.recorded, result, rows: this.tx.kept };
  }
}

const isAmong = (row: object, rows: readonly object[]): boolean => rows.some((other) => isDeepStrictEqual(row, other));

function compare(what: string, actual: readonly object[], expected: readonly Expected<object>[]): void {
  const same = actual.length === expected.length && actual.every((message, index) => fits(message, expected[index]));
  if (!same) fail(`Other ${what} came of it.`, actual.map(shownMessage), expected.map(shownExpected));
}

const fits = (message: object, expected: Expected<object> | undefined): boolean =>
  expected !== undefined && matches(message, expected);

function fail(message: string, actual: unknown, expected: unknown): never {
  const show = (value: unknown) => inspect(value, { depth: 6, breakLength: 110 });
  throw new AssertionError({
    message: `${message}\nexpected: ${show(expected)}\nreceived: ${show(actual)}`,
    actual,
    expected,
  });
}
