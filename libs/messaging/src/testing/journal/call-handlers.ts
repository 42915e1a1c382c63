import { CommandHandler } from '@nestjs/cqrs';
import { Handler } from '../../handling/handler.js';
import type { Tx } from '../../handling/tx.js';
import {
  AskOutside,
  AskStream,
  CallOutside,
  CallOutsideOnce,
  Leap,
  Ping,
  Pinged,
  Pong,
  Ponged,
  RecordCall,
  Step,
  StopStream,
  StreamLines,
  Walk,
} from './journal-messages.js';

@CommandHandler(AskOutside)
export class AskOutsideHandler extends Handler<AskOutside> {
  async handle({ payload: { once, ...call } }: AskOutside, tx: Tx) {
    return Promise.resolve({ effectId: tx.perform(once ? new CallOutsideOnce(call) : new CallOutside(call)) });
  }
}

@CommandHandler(AskStream)
export class AskStreamHandler extends Handler<AskStream> {
  async handle({ payload }: AskStream, tx: Tx) {
    return Promise.resolve({ effectId: tx.perform(new StreamLines(payload)) });
  }
}

@CommandHandler(Walk)
export class WalkHandler extends Handler<Walk> {
  async handle({ payload }: Walk, tx: Tx) {
    if (payload.left > 0) tx.perform(payload.steps ? new Step(payload) : new Leap(payload));
    return Promise.resolve(null);
  }
}

@CommandHandler(StopStream)
export class StopStreamHandler extends Handler<StopStream> {
  async handle({ payload }: StopStream, tx: Tx) {
    tx.signal(payload.effectId, { type: 'stop' });
    return Promise.resolve(null);
  }
}

@CommandHandler(RecordCall)
export class RecordCallHandler extends Handler<RecordCall> {
  async handle({ payload }: RecordCall, tx: Tx) {
    const { callId, outcome, code, attempts } = payload;
    await tx.sql`insert into journal.report (call_id, outcome, code, attempts, command_id)
      values (${callId}, ${outcome}, ${code}, ${attempts}, ${tx.envelope.id})`;
    return null;
  }
}

@CommandHandler(Ping)
export class PingHandler extends Handler<Ping> {
  async handle({ payload }: Ping, tx: Tx) {
    tx.emit(new Pinged(payload));
    return Promise.resolve(null);
  }
}

@CommandHandler(Pong)
export class PongHandler extends Handler<Pong> {
  async handle({ payload }: Pong, tx: Tx) {
    tx.emit(new Ponged(payload));
    return Promise.resolve(null);
  }
}
