import { type Attempt, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { RecordGone, RecordPausedByProvider, RecordStarted, StartServer } from '../contracts/index.js';
import { MachineWork } from '../machine/machine-work.js';
import { hasMarker, writeMarker } from '../machine/marker.js';
import { stepFailed, stepOf } from './step-failed.js';

/** Starts the agent server of a new machine, or of one that stopped answering. */
@Injectable()
@PerformEffect(StartServer)
export class StartServerEffect implements PerformsEffect<StartServer> {
  constructor(private readonly work: MachineWork) {}

  async perform({ payload }: StartServer, attempt: Attempt): Promise<CommandMessage> {
    const { organizationId, sandboxId, generation } = payload;
    const id = { organizationId, sandboxId, generation };
    const machine = await this.work.made(payload);
    const provider = this.work.provider(machine.provider);
    const { state } = await provider.inspect(machine.ref, attempt.abort);
    if (state === 'gone') return new RecordGone({ ...id, reason: 'machine.gone' });
    if (state === 'paused' && machine.state === 'degraded') return new RecordPausedByProvider(id);
    const server = await this.work.serve(machine, attempt);
    const home = machine.home ?? '/';
    // A home that had the repository and came back without its marker is another one, whatever was tried before.
    if (!machine.isPrepared) await writeMarker(server, home, payload, attempt.abort);
    else if (!(await hasMarker(server, home, payload, attempt.abort))) {
      return new RecordGone({ ...id, reason: 'machine.emptied' });
    }
    return new RecordStarted(stepOf(payload));
  }

  giveUp({ payload }: StartServer, failure: Failure): CommandMessage {
    return stepFailed(payload, failure, 'starting');
  }
}
