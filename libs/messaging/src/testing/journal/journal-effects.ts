import { Inject } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { Database } from '../../database/database.js';
import type { Attempt } from '../../effects/attempt.js';
import { type Failure, PerformEffect, type PerformsEffect } from '../../effects/effect-handler.js';
import { EffectFailed } from '../../effects/effect-failed.js';
import { Rejection } from '../../rejections/rejection.js';
import { CallOutside, CallOutsideOnce, Leap, RecordCall, Step, StreamLines, Walk } from './journal-messages.js';

interface Call {
  readonly payload: { journalId: string; callId: string };
}

const done = ({ payload: { journalId, callId } }: Call, attempt: Attempt) =>
  new RecordCall({ journalId, callId, outcome: 'done', code: null, attempts: attempt.number });

const gaveUp = ({ payload: { journalId, callId } }: Call, { code, attempts }: Failure) =>
  new RecordCall({ journalId, callId, outcome: 'gave_up', code, attempts });

/** The outside: it counts its calls where no transaction of ours can undo them, and answers as it is asked to. */
async function callOutside(effect: CallOutside | CallOutsideOnce, attempt: Attempt, database: Database): Promise<void> {
  const { callId, outside } = effect.payload;
  await database.transaction(
    (sql) => sql`insert into journal.outside_call (call_id, key, attempt, fence, pid)
      values (${callId}, ${attempt.key}, ${attempt.number}, ${attempt.fence}, ${process.pid})`,
  );
  switch (outside) {
    case 'succeed':
      return;
    case 'unavailable':
      throw new EffectFailed('outside.unavailable', 'The outside answered 503.');
    case 'refuse':
      throw new Rejection('outside.refused', 'conflict', 'The outside says no.');
    case 'bug':
      throw new TypeError('This effect has a bug.');
    case 'hang':
      await new Promise(() => undefined);
  }
}

@PerformEffect(CallOutside)
export class PerformCallOutside implements PerformsEffect<CallOutside> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async perform(effect: CallOutside, attempt: Attempt) {
    await callOutside(effect, attempt, this.database);
    return done(effect, attempt);
  }

  giveUp = gaveUp;
}

@PerformEffect(CallOutsideOnce)
export class PerformCallOutsideOnce implements PerformsEffect<CallOutsideOnce> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async perform(effect: CallOutsideOnce, attempt: Attempt) {
    await callOutside(effect, attempt, this.database);
    return done(effect, attempt);
  }

  giveUp = gaveUp;
}

const LINE_MS = 100;

/** Writes guarded lines, also after it was told to stop: whoever lost the lease must be refused, not polite. */
@PerformEffect(StreamLines)
export class PerformStreamLines implements PerformsEffect<StreamLines> {
  async perform(effect: StreamLines, attempt: Attempt) {
    const { callId } = effect.payload;
    const told = { stop: false };
    const listen = async () => {
      for await (const { type } of attempt.signals()) if (type === 'stop') told.stop = true;
    };
    void listen();
    while (!told.stop) {
      await attempt.guarded(
        (sql) =>
          sql`insert into journal.line (call_id, fence, pid) values (${callId}, ${attempt.fence}, ${process.pid})`,
      );
      attempt.abort.throwIfAborted();
      await wait(LINE_MS);
    }
    return done(effect, attempt);
  }

  giveUp = gaveUp;
}

const walkOn = ({ payload: { journalId, left, steps } }: Step | Leap) => new Walk({ journalId, left: left - 1, steps });

@PerformEffect(Step)
export class PerformStep implements PerformsEffect<Step> {
  perform = (effect: Step) => Promise.resolve(walkOn(effect));
  giveUp = walkOn;
}

@PerformEffect(Leap)
export class PerformLeap implements PerformsEffect<Leap> {
  perform = (effect: Leap) => Promise.resolve(walkOn(effect));
  giveUp = walkOn;
}
