import { type Attempt, EffectFailed, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import {
  DestroyMachine,
  ExtendMachine,
  PauseMachine,
  RecordDestroyed,
  RecordDestroyFailed,
  RecordExtended,
  RecordGone,
  RecordPaused,
  RecordResumed,
  ResumeMachine,
} from '../contracts/index.js';
import { MachineWork } from '../machine/machine-work.js';
import { hasMarker } from '../machine/marker.js';
import { TOKEN_FILE } from '../repository/credential-files.js';
import { stepFailed, stepOf } from './step-failed.js';

type Id = { organizationId: string; sandboxId: string; generation: number };
const idOf = ({ organizationId, sandboxId, generation }: Id): Id => ({ organizationId, sandboxId, generation });

@Injectable()
@PerformEffect(PauseMachine)
export class PauseMachineEffect implements PerformsEffect<PauseMachine> {
  constructor(private readonly work: MachineWork) {}

  async perform({ payload }: PauseMachine, attempt: Attempt): Promise<CommandMessage> {
    const machine = await this.work.made(payload);
    const provider = this.work.provider(machine.provider);
    const { state } = await provider.inspect(machine.ref, attempt.abort);
    if (state === 'gone') return new RecordGone({ ...idOf(payload), reason: 'machine.gone' });
    if (state === 'running') await provider.pause(machine.ref, attempt.abort);
    return new RecordPaused(stepOf(payload));
  }

  giveUp({ payload }: PauseMachine, failure: Failure): CommandMessage {
    return stepFailed(payload, failure, 'pausing');
  }
}

/** Wakes the machine and looks whether it is the one that went to sleep. */
@Injectable()
@PerformEffect(ResumeMachine)
export class ResumeMachineEffect implements PerformsEffect<ResumeMachine> {
  constructor(private readonly work: MachineWork) {}

  async perform({ payload }: ResumeMachine, attempt: Attempt): Promise<CommandMessage> {
    const machine = await this.work.made(payload);
    const provider = this.work.provider(machine.provider);
    const condition = await provider.inspect(machine.ref, attempt.abort);
    if (condition.state === 'gone') return new RecordGone({ ...idOf(payload), reason: 'machine.gone' });
    const { ref, expiresAt } = await provider.resume(machine.ref, attempt.abort);
    if (ref !== machine.ref) await this.work.rows.setRef(attempt, payload, ref);
    const server = await this.work.serve({ ...machine, ref }, attempt);
    const home = machine.home ?? '/';
    if (!(await hasMarker(server, home, payload, attempt.abort))) {
      return new RecordGone({ ...idOf(payload), reason: 'machine.emptied' });
    }
    // A credential that ended while the machine slept goes before anything else runs.
    if (payload.removeCredential) {
      const argv = ['rm', '-f', `${home}/${TOKEN_FILE}`];
      const removed = await server.run({ argv, cwd: home, env: {}, timeoutMs: 10_000, maxBytes: 4_096 }, attempt.abort);
      if (removed.exitCode !== 0)
        throw new EffectFailed('credential.not_removed', 'A credential could not be removed.');
    }
    return new RecordResumed({ ...stepOf(payload), expiresAt: expiresAt?.toISOString() ?? null });
  }

  giveUp({ payload }: ResumeMachine, failure: Failure): CommandMessage {
    return stepFailed(payload, failure, 'resuming');
  }
}

@Injectable()
@PerformEffect(ExtendMachine)
export class ExtendMachineEffect implements PerformsEffect<ExtendMachine> {
  constructor(private readonly work: MachineWork) {}

  async perform({ payload }: ExtendMachine, attempt: Attempt): Promise<CommandMessage> {
    const machine = await this.work.made(payload);
    const provider = this.work.provider(machine.provider);
    const answer = await provider.extend(machine.ref, payload.minutes * 60_000, attempt.abort);
    if (answer !== 'refused') {
      return new RecordExtended({ ...idOf(payload), expiresAt: answer?.toISOString() ?? null, refused: false });
    }
    const condition = await provider.inspect(machine.ref, attempt.abort);
    if (condition.state === 'gone') return new RecordGone({ ...idOf(payload), reason: 'machine.gone' });
    return new RecordExtended({
      ...idOf(payload),
      expiresAt: condition.expiresAt?.toISOString() ?? null,
      refused: true,
    });
  }

  /** The watch goes on asking; nothing is lost yet. */
  giveUp({ payload }: ExtendMachine): CommandMessage {
    return new RecordExtended({ ...idOf(payload), expiresAt: null, refused: false });
  }
}

/** Ends a machine. It is looked for by its labels too, because its maker may have died before it could say its name. */
@Injectable()
@PerformEffect(DestroyMachine)
export class DestroyMachineEffect implements PerformsEffect<DestroyMachine> {
  constructor(private readonly work: MachineWork) {}

  async perform({ payload }: DestroyMachine, attempt: Attempt): Promise<CommandMessage> {
    const { sandboxId, generation } = payload;
    const provider = this.work.provider(payload.provider);
    const known = await this.work.known(payload);
    if (known) await provider.destroy(known.ref, attempt.abort);
    const instance = await this.work.rows.instance();
    for (const { ref } of await provider.find({ instance, sandbox: sandboxId, generation }, attempt.abort)) {
      await provider.destroy(ref, attempt.abort);
    }
    return new RecordDestroyed(idOf(payload));
  }

  giveUp({ payload }: DestroyMachine, { code, message }: Failure): CommandMessage {
    return new RecordDestroyFailed({ ...idOf(payload), code: code.slice(0, 80), message: message.slice(0, 2_000) });
  }
}
