import { type ReactsTo, ReactTo } from '@foundry/messaging';
import type { CommandMessage, EventMessage } from '@foundry/messaging/contracts';
import {
  AgentsChanged,
  CheckpointFailed,
  CredentialFailed,
  CredentialInstalled,
  CredentialRemoved,
  SandboxChanged,
  SandboxCheckpointed,
  SandboxDestroyed,
  SandboxExpired,
  SandboxExpiring,
  SandboxFailed,
  SandboxPaused,
  SandboxReady,
  SandboxRecreated,
  SandboxResumed,
  type SandboxView,
} from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { NoteCheckpoint, NoteCredential, NoteSandbox } from '../contracts/index.js';

type TellsState = EventMessage & { payload: { sandbox: SandboxView } };

const noted = ({ payload: { sandbox } }: TellsState): NoteSandbox => {
  const { organizationId, taskId } = sandbox;
  return new NoteSandbox({ organizationId, taskId, sandbox });
};

/** The machine as it is now, whichever event tells it. */
abstract class NotesMachine implements ReactsTo<TellsState> {
  react(event: TellsState): CommandMessage[] {
    return [noted(event)];
  }
}

@Injectable()
@ReactTo(SandboxChanged)
export class OnSandboxChanged extends NotesMachine {}

@Injectable()
@ReactTo(SandboxReady)
export class OnSandboxReady extends NotesMachine {}

@Injectable()
@ReactTo(SandboxPaused)
export class OnSandboxPaused extends NotesMachine {}

@Injectable()
@ReactTo(SandboxResumed)
export class OnSandboxResumed extends NotesMachine {}

@Injectable()
@ReactTo(SandboxExpiring)
export class OnSandboxExpiring extends NotesMachine {}

@Injectable()
@ReactTo(SandboxExpired)
export class OnSandboxExpired extends NotesMachine {}

@Injectable()
@ReactTo(SandboxRecreated)
export class OnSandboxRecreated extends NotesMachine {}

@Injectable()
@ReactTo(SandboxFailed)
export class OnSandboxFailed extends NotesMachine {}

@Injectable()
@ReactTo(SandboxDestroyed)
export class OnSandboxDestroyed extends NotesMachine {}

@Injectable()
@ReactTo(SandboxCheckpointed)
export class OnSandboxCheckpointed implements ReactsTo<SandboxCheckpointed> {
  react(event: SandboxCheckpointed): CommandMessage[] {
    const { sandbox, requestId, checkpoint } = event.payload;
    const { organizationId, taskId } = sandbox;
    const saved = { organizationId, taskId, requestId, checkpoint, code: null, reason: null };
    return [noted(event), new NoteCheckpoint(saved)];
  }
}

@Injectable()
@ReactTo(CheckpointFailed)
export class OnCheckpointFailed implements ReactsTo<CheckpointFailed> {
  react(event: CheckpointFailed): CommandMessage[] {
    const { sandbox, requestId, code, message } = event.payload;
    const { organizationId, taskId } = sandbox;
    const reason = message.slice(0, 2_000);
    return [noted(event), new NoteCheckpoint({ organizationId, taskId, requestId, checkpoint: null, code, reason })];
  }
}

@Injectable()
@ReactTo(CredentialRemoved)
export class OnCredentialRemoved extends NotesMachine {}

@Injectable()
@ReactTo(AgentsChanged)
export class OnAgentsChanged extends NotesMachine {}

@Injectable()
@ReactTo(CredentialInstalled)
export class OnCredentialInstalled implements ReactsTo<CredentialInstalled> {
  react(event: CredentialInstalled): CommandMessage[] {
    const { sandbox, sandboxId, generation, userId, mode, needIds } = event.payload;
    const { organizationId, taskId } = sandbox;
    const facts = { organizationId, taskId, sandboxId, generation, userId, mode, needIds, code: null, message: null };
    return [noted(event), new NoteCredential(facts)];
  }
}

@Injectable()
@ReactTo(CredentialFailed)
export class OnCredentialFailed implements ReactsTo<CredentialFailed> {
  react(event: CredentialFailed): CommandMessage[] {
    const { sandbox, sandboxId, generation, userId, needIds, code, message } = event.payload;
    const { organizationId, taskId } = sandbox;
    const text = message.slice(0, 2_000);
    const facts = { organizationId, taskId, sandboxId, generation, userId, mode: null, needIds, code, message: text };
    return [noted(event), new NoteCredential(facts)];
  }
}

export const SANDBOX_REACTIONS = [
  OnSandboxChanged,
  OnSandboxReady,
  OnSandboxPaused,
  OnSandboxResumed,
  OnSandboxExpiring,
  OnSandboxExpired,
  OnSandboxRecreated,
  OnSandboxFailed,
  OnSandboxDestroyed,
  OnSandboxCheckpointed,
  OnCheckpointFailed,
  OnCredentialRemoved,
  OnAgentsChanged,
  OnCredentialInstalled,
  OnCredentialFailed,
];
