import { type Attempt, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { Provision, RecordProvisioned, RecordProvisioning } from '../contracts/index.js';
import { MachineWork } from '../machine/machine-work.js';
import { stepFailed, stepOf } from './step-failed.js';

/** Makes the machine. A crash between its making and the record leaves one that the next attempt finds by its labels. */
@Injectable()
@PerformEffect(Provision)
export class ProvisionEffect implements PerformsEffect<Provision> {
  constructor(private readonly work: MachineWork) {}

  async perform({ payload }: Provision, attempt: Attempt): Promise<CommandMessage> {
    const { organizationId, sandboxId, generation, taskId } = payload;
    const provider = this.work.provider(payload.provider);
    await attempt.send('provisioning', new RecordProvisioning(stepOf(payload)));
    const token = await this.work.rows.prepare(attempt, { sandboxId, generation, provider: payload.provider });
    const instance = await this.work.rows.instance();
    const [known] = await provider.find({ instance, sandbox: sandboxId, generation }, attempt.abort);
    const labels = { instance, organization: organizationId, task: taskId, sandbox: sandboxId, generation };
    const made = known
      ? await provider.describe(known.ref, attempt.abort)
      : await provider.create({ labels, token: token.reveal() }, attempt.abort);
    await this.work.rows.setRef(attempt, payload, made.ref);
    const { isolation, home: homePath, expiresAt } = made;
    return new RecordProvisioned({
      ...stepOf(payload),
      isolation,
      homePath,
      expiresAt: expiresAt?.toISOString() ?? null,
    });
  }

  giveUp({ payload }: Provision, failure: Failure): CommandMessage {
    return stepFailed(payload, failure, 'provisioning');
  }
}
