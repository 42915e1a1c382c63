import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { ContinueSandbox, ReapMachines, RecordReaping, SweepMachines } from '../contracts/index.js';
import { keep, loadSandbox, momentOf } from './keep.js';

/** How long a paused machine is kept. */
export abstract class KeepingTime {
  abstract readonly pausedDays: number;
}

/** Looking needs providers, so an effect does it. */
@CommandHandler(ReapMachines)
export class ReapMachinesHandler extends Handler<ReapMachines> {
  handle({ payload }: ReapMachines, tx: Tx): Promise<null> {
    tx.perform(new SweepMachines(payload));
    return Promise.resolve(null);
  }
}

/** What is found is told machine by machine; the sum is for the history. */
@CommandHandler(RecordReaping)
export class RecordReapingHandler extends Handler<RecordReaping> {
  handle(_command: RecordReaping, _tx: Tx): Promise<null> {
    return Promise.resolve(null);
  }
}

/** What the reaper may do to a sandbox that stands still; one that got on by itself is left alone. */
@CommandHandler(ContinueSandbox)
export class ContinueSandboxHandler extends Handler<ContinueSandbox> {
  constructor(private readonly keeping: KeepingTime) {
    super();
  }

  async handle({ payload }: ContinueSandbox, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    sandbox.getOn(this.keeping.pausedDays, momentOf(tx));
    await keep(tx, sandbox);
    return null;
  }
}
