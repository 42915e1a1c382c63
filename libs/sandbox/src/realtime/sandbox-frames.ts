import { FramesOf, type ShowsFrames } from '@foundry/messaging';
import type { EventMessage, Frame } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import {
  AgentsChanged,
  CheckpointFailed,
  CredentialFailed,
  CredentialInstalled,
  CredentialRemoved,
  ProcessChanged,
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
} from '../contracts/index.js';

/** The whole sandbox, on its own topic and on that of its task. */
const whole = (sandbox: SandboxView): Frame[] => [
  { topic: `sandbox:${sandbox.sandboxId}`, type: 'sandbox', data: sandbox },
  { topic: `task:${sandbox.taskId}`, type: 'sandbox', data: sandbox },
];

type TellsState = EventMessage & { payload: { sandbox: SandboxView } };

/** Every event that changes what people see of the sandbox itself. */
abstract class StateFrames implements ShowsFrames<TellsState> {
  frames({ payload: { sandbox } }: TellsState): Frame[] {
    return whole(sandbox);
  }
}

@Injectable()
@FramesOf(SandboxChanged)
export class ChangedFrames extends StateFrames {}

@Injectable()
@FramesOf(SandboxReady)
export class ReadyFrames extends StateFrames {}

@Injectable()
@FramesOf(SandboxPaused)
export class PausedFrames extends StateFrames {}

@Injectable()
@FramesOf(SandboxResumed)
export class ResumedFrames extends StateFrames {}

@Injectable()
@FramesOf(SandboxExpiring)
export class ExpiringFrames extends StateFrames {}

@Injectable()
@FramesOf(SandboxExpired)
export class ExpiredFrames extends StateFrames {}

@Injectable()
@FramesOf(SandboxRecreated)
export class RecreatedFrames extends StateFrames {}

@Injectable()
@FramesOf(SandboxFailed)
export class FailedFrames extends StateFrames {}

@Injectable()
@FramesOf(SandboxDestroyed)
export class DestroyedFrames extends StateFrames {}

@Injectable()
@FramesOf(SandboxCheckpointed)
export class CheckpointedFrames extends StateFrames {}

@Injectable()
@FramesOf(CheckpointFailed)
export class CheckpointFailedFrames extends StateFrames {}

@Injectable()
@FramesOf(CredentialInstalled)
export class CredentialInstalledFrames extends StateFrames {}

@Injectable()
@FramesOf(CredentialFailed)
export class CredentialFailedFrames extends StateFrames {}

@Injectable()
@FramesOf(CredentialRemoved)
export class CredentialRemovedFrames extends StateFrames {}

@Injectable()
@FramesOf(ProcessChanged)
export class ProcessFrames implements ShowsFrames<ProcessChanged> {
  frames({ payload: { sandboxId, process, removed } }: ProcessChanged): Frame[] {
    const topic = `sandbox:${sandboxId}`;
    const { processId } = process;
    return [
      removed ? { topic, type: 'processRemoved', data: { processId } } : { topic, type: 'process', data: process },
    ];
  }
}

@Injectable()
@FramesOf(AgentsChanged)
export class AgentsFrames implements ShowsFrames<AgentsChanged> {
  frames({ payload: { sandboxId, agents } }: AgentsChanged): Frame[] {
    return [{ topic: `sandbox:${sandboxId}`, type: 'agents', data: { agents } }];
  }
}

export const FRAMES = [
  ChangedFrames,
  ReadyFrames,
  PausedFrames,
  ResumedFrames,
  ExpiringFrames,
  ExpiredFrames,
  RecreatedFrames,
  FailedFrames,
  DestroyedFrames,
  CheckpointedFrames,
  CheckpointFailedFrames,
  CredentialInstalledFrames,
  CredentialFailedFrames,
  CredentialRemovedFrames,
  ProcessFrames,
  AgentsFrames,
];
