import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { AuditPort } from '../../auditing/audit-records.js';
import { AuditRecord, type CommandMessage, command, effect, EntityId, event, Id64 } from '../../contracts/index.js';
import { type Failure, PerformEffect, type PerformsEffect } from '../../effects/effect-handler.js';
import { Handler } from '../../handling/handler.js';
import type { Tx } from '../../handling/tx.js';
import { ReactTo, type ReactsTo } from '../../reactions/reaction.js';
import type { ManifestModule, ModuleManifest } from '../../registry/manifest.js';

const keyed = { entity: 'probeId', organization: 'organizationId' } as const;
const probe = z.object({ probeId: EntityId, organizationId: Id64.default('9919') });
const progress = { none: 'progress' as const };

/** Handled, or a bug while `world.isBroken`. */
export class Act extends command({ name: 'probe.act', ...keyed, payload: probe, audit: progress }) {}
/** Asks for outside work. */
export class AskOutside extends command({ name: 'probe.askOutside', ...keyed, payload: probe, audit: progress }) {}
export class CallOutside extends effect({ name: 'probe.callOutside', ...keyed, payload: probe, maxAttempts: 1 }) {}
/** Work that may never run twice. */
export class AskOnce extends command({ name: 'probe.askOnce', ...keyed, payload: probe, audit: progress }) {}
export class CallOnce extends effect({ name: 'probe.callOnce', ...keyed, payload: probe, retry: 'never' }) {}
export class RecordCall extends command({
  name: 'probe.recordCall',
  ...keyed,
  payload: probe.extend({ code: z.string().nullable() }),
  audit: progress,
}) {}
/** Tells a fact that somebody reacts to. */
export class Tell extends command({ name: 'probe.tell', ...keyed, payload: probe, audit: progress }) {}
export class Told extends event({ name: 'probe.told', ...keyed, payload: probe }) {}
export class FollowUp extends command({ name: 'probe.followUp', ...keyed, payload: probe, audit: progress }) {}
export class KeepRecord extends command({
  name: 'probe.keepRecord',
  entity: 'entryId',
  payload: z.object({ entryId: z.uuid(), record: AuditRecord }),
  audit: progress,
}) {}

/** What a test breaks and mends, and what it then sees. */
export interface World {
  isBroken: boolean;
  isReactionBroken: boolean;
  isOutsideBroken: boolean;
  isRetryWanted: boolean;
  outsideWaitsFor: Promise<void>;
  acted: string[];
  records: AuditRecord[];
}

/** Everything works and nothing has happened. */
export const fineWorld = (): World => ({
  isBroken: false,
  isReactionBroken: false,
  isOutsideBroken: false,
  isRetryWanted: true,
  outsideWaitsFor: Promise.resolve(),
  acted: [],
  records: [],
});
export const world = fineWorld();

@CommandHandler(Act)
export class ActHandler extends Handler<Act> {
  handle({ payload }: Act): Promise<null> {
    if (world.isBroken) throw new TypeError('This handler has a bug.');
    world.acted.push(payload.probeId);
    return Promise.resolve(null);
  }
}

@CommandHandler(AskOutside)
export class AskOutsideHandler extends Handler<AskOutside> {
  handle({ payload }: AskOutside, tx: Tx): Promise<null> {
    tx.perform(new CallOutside(payload));
    return Promise.resolve(null);
  }
}

@CommandHandler(AskOnce)
export class AskOnceHandler extends Handler<AskOnce> {
  handle({ payload }: AskOnce, tx: Tx): Promise<null> {
    tx.perform(new CallOnce(payload));
    return Promise.resolve(null);
  }
}

@CommandHandler(RecordCall)
export class RecordCallHandler extends Handler<RecordCall> {
  handle({ payload: { probeId, code } }: RecordCall): Promise<null> {
    world.acted.push(`${probeId} ${code ?? 'done'}`);
    return Promise.resolve(null);
  }
}

@CommandHandler(Tell)
export class TellHandler extends Handler<Tell> {
  handle({ payload }: Tell, tx: Tx): Promise<null> {
    tx.emit(new Told(payload));
    return Promise.resolve(null);
  }
}

@CommandHandler(FollowUp)
export class FollowUpHandler extends Handler<FollowUp> {
  handle({ payload: { probeId } }: FollowUp): Promise<null> {
    world.acted.push(`${probeId} followed`);
    return Promise.resolve(null);
  }
}

@CommandHandler(KeepRecord)
export class KeepRecordHandler extends Handler<KeepRecord> {
  handle({ payload: { record } }: KeepRecord): Promise<null> {
    world.records.push(record);
    return Promise.resolve(null);
  }
}

async function outside(): Promise<void> {
  await world.outsideWaitsFor;
  if (world.isOutsideBroken) throw new TypeError('This effect has a bug.');
}

@PerformEffect(CallOutside)
export class PerformCallOutside implements PerformsEffect<CallOutside> {
  async perform({ payload }: CallOutside): Promise<RecordCall> {
    await outside();
    return new RecordCall({ ...payload, code: null });
  }
  giveUp({ payload }: CallOutside, { code }: Failure): RecordCall {
    return new RecordCall({ ...payload, code });
  }
  canRetry(): Promise<boolean> {
    return Promise.resolve(world.isRetryWanted);
  }
}

@PerformEffect(CallOnce)
export class PerformCallOnce implements PerformsEffect<CallOnce> {
  async perform({ payload }: CallOnce): Promise<RecordCall> {
    await outside();
    return new RecordCall({ ...payload, code: null });
  }
  giveUp({ payload }: CallOnce, { code }: Failure): RecordCall {
    return new RecordCall({ ...payload, code });
  }
}

@ReactTo(Told)
export class FollowWhatIsTold implements ReactsTo<Told> {
  react({ payload }: Told): CommandMessage[] {
    if (world.isReactionBroken) throw new TypeError('This reaction has a bug.');
    return [new FollowUp(payload)];
  }
}

@Module({
  providers: [
    ActHandler,
    AskOnceHandler,
    AskOutsideHandler,
    FollowUpHandler,
    KeepRecordHandler,
    RecordCallHandler,
    TellHandler,
    FollowWhatIsTold,
    PerformCallOnce,
    PerformCallOutside,
  ],
})
export class ProbeModule {
  static readonly manifest: ModuleManifest = {
    name: 'probe',
    entities: [],
    migrations: [],
    commands: [Act, AskOnce, AskOutside, FollowUp, KeepRecord, RecordCall, Tell],
    events: [Told],
    effects: [CallOnce, CallOutside],
  };
}
export const PROBE: ManifestModule = ProbeModule;

/** Keeps audit records where a test sees them. */
export class KeepRecords extends AuditPort {
  append(record: AuditRecord): CommandMessage {
    return new KeepRecord({ entryId: record.entryId, record });
  }
}
