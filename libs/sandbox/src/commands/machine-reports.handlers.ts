import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import {
  RecordAgents,
  RecordDestroyed,
  RecordDestroyFailed,
  RecordExtended,
  RecordGone,
  RecordHealth,
  RecordPausedByProvider,
  RecordResources,
  RecordWatchEnded,
} from '../contracts/index.js';
import type { Sandbox } from '../domain/sandbox.entity.js';
import type { Moment } from '../domain/sandbox-transitions.js';
import { keep, loadSandbox, momentOf } from './keep.js';

type MachineReport = { organizationId: string; sandboxId: string; generation: number };

/** A report about a machine takes effect only while it is the present one. */
async function report(tx: Tx, payload: MachineReport, act: (sandbox: Sandbox, moment: Moment) => void): Promise<null> {
  const sandbox = await loadSandbox(tx, payload);
  sandbox.mustBeGeneration(payload.generation);
  act(sandbox, momentOf(tx));
  await keep(tx, sandbox);
  return null;
}

const ENDED = ['expired', 'destroying', 'destroyed'];
/** A machine that does not exist yet cannot be gone. */
const NOT_YET = ['requested', 'provisioning'];

@CommandHandler(RecordGone)
export class RecordGoneHandler extends Handler<RecordGone> {
  handle({ payload }: RecordGone, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox, moment) => {
      if (ENDED.includes(sandbox.present) || NOT_YET.includes(sandbox.present)) return;
      sandbox.lost(payload.reason, sandbox.isHeldForWork(tx.now) || sandbox.present === 'resuming', moment);
    });
  }
}

@CommandHandler(RecordPausedByProvider)
export class RecordPausedByProviderHandler extends Handler<RecordPausedByProvider> {
  handle({ payload }: RecordPausedByProvider, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox, moment) => {
      sandbox.pausedByProvider(moment);
    });
  }
}

@CommandHandler(RecordHealth)
export class RecordHealthHandler extends Handler<RecordHealth> {
  handle({ payload }: RecordHealth, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox, moment) => {
      sandbox.degrade(payload.message, moment);
    });
  }
}

@CommandHandler(RecordExtended)
export class RecordExtendedHandler extends Handler<RecordExtended> {
  handle({ payload }: RecordExtended, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox) => {
      sandbox.extended(payload.expiresAt === null ? null : new Date(payload.expiresAt), payload.refused);
    });
  }
}

@CommandHandler(RecordResources)
export class RecordResourcesHandler extends Handler<RecordResources> {
  handle({ payload }: RecordResources, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox) => {
      sandbox.learnResources(payload.diskUsedMb);
    });
  }
}

@CommandHandler(RecordAgents)
export class RecordAgentsHandler extends Handler<RecordAgents> {
  handle({ payload }: RecordAgents, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox) => {
      sandbox.learnAgents(payload.agents, tx.now);
    });
  }
}

/** The reaper asks for another watch, so that one that fails at once is not asked for at once again. */
@CommandHandler(RecordWatchEnded)
export class RecordWatchEndedHandler extends Handler<RecordWatchEnded> {
  handle({ payload }: RecordWatchEnded, tx: Tx): Promise<null> {
    return report(tx, payload, (sandbox) => {
      sandbox.watchEnded(payload.watchId);
    });
  }
}

@CommandHandler(RecordDestroyed)
export class RecordDestroyedHandler extends Handler<RecordDestroyed> {
  async handle({ payload }: RecordDestroyed, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    // The end of a former machine is no news of the present one.
    if (sandbox.generation !== payload.generation || sandbox.present !== 'destroying') return null;
    sandbox.destroyed(momentOf(tx));
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(RecordDestroyFailed)
export class RecordDestroyFailedHandler extends Handler<RecordDestroyFailed> {
  async handle({ payload }: RecordDestroyFailed, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    if (sandbox.generation !== payload.generation || sandbox.present !== 'destroying') return null;
    sandbox.destroyFailed(payload.code, payload.message);
    await keep(tx, sandbox);
    return null;
  }
}
