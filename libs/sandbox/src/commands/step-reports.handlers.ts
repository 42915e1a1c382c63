import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import {
  RecordFailed,
  RecordPaused,
  RecordPrepared,
  RecordProvisioned,
  RecordProvisioning,
  RecordResumed,
  RecordStarted,
} from '../contracts/index.js';
import type { Sandbox } from '../domain/sandbox.entity.js';
import type { Moment } from '../domain/sandbox-transitions.js';
import { keep, loadSandbox, momentOf } from './keep.js';

type StepReport = { organizationId: string; sandboxId: string; generation: number; stepId: string };

/** A report takes effect only while its step is the present one of the present machine. */
async function report(tx: Tx, payload: StepReport, act: (sandbox: Sandbox, moment: Moment) => void): Promise<null> {
  const sandbox = await loadSandbox(tx, payload);
  sandbox.mustBeStep(payload.generation, payload.stepId);
  act(sandbox, momentOf(tx));
  await keep(tx, sandbox);
  return null;
}

const timeOf = (value: string | null): Date | null => (value === null ? null : new Date(value));

@CommandHandler(RecordProvisioning)
export class RecordProvisioningHandler extends Handler<RecordProvisioning> {
  handle({ payload }: RecordProvisioning, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox, moment) => {
      sandbox.beginProvisioning(moment);
    });
  }
}

@CommandHandler(RecordProvisioned)
export class RecordProvisionedHandler extends Handler<RecordProvisioned> {
  handle({ payload }: RecordProvisioned, tx: Tx): Promise<null> {
    const { isolation, homePath, expiresAt } = payload;
    return report(tx, payload, (sandbox, moment) => {
      sandbox.provisioned({ isolation, homePath, expiresAt: timeOf(expiresAt) }, moment);
    });
  }
}

@CommandHandler(RecordStarted)
export class RecordStartedHandler extends Handler<RecordStarted> {
  handle({ payload }: RecordStarted, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox, moment) => {
      sandbox.started(moment);
    });
  }
}

@CommandHandler(RecordPrepared)
export class RecordPreparedHandler extends Handler<RecordPrepared> {
  handle({ payload }: RecordPrepared, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox, moment) => {
      sandbox.prepared(payload.notice, moment);
    });
  }
}

@CommandHandler(RecordFailed)
export class RecordFailedHandler extends Handler<RecordFailed> {
  handle({ payload }: RecordFailed, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox, moment) => {
      sandbox.fail(payload.code, payload.message, moment);
    });
  }
}

@CommandHandler(RecordPaused)
export class RecordPausedHandler extends Handler<RecordPaused> {
  handle({ payload }: RecordPaused, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox, moment) => {
      sandbox.paused(false, moment);
    });
  }
}

@CommandHandler(RecordResumed)
export class RecordResumedHandler extends Handler<RecordResumed> {
  handle({ payload }: RecordResumed, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox, moment) => {
      sandbox.resumed(timeOf(payload.expiresAt), moment);
    });
  }
}
