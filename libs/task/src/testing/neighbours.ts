import { AccessChanged } from '@foundry/github-data/contracts';
import { Handler, type ModuleManifest, PerformEffect, type PerformsEffect, type Tx } from '@foundry/messaging';
import type { CommandClass, CommandMessage } from '@foundry/messaging/contracts';
import { MemberRemoved, RecordTaskSummary, ReleaseTask, SettingsChanged } from '@foundry/organization/contracts';
import * as sandbox from '@foundry/sandbox/contracts';
import { SignedIn } from '@foundry/user/contracts';
import { Injectable, Module, type Type } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import {
  CloseAgent,
  ConfigureAgent,
  RecordAgentClosed,
  RecordConfigured,
  RecordSessionFailed,
  RecordSessionReady,
  RecordTurnEnded,
  RunTurn,
  StartAgent,
} from '../contracts/index.js';
import { GIT_EFFECTS } from '../effects/git/git-effects.js';
import { manifest } from '../manifest.js';
import { TaskDecisionsModule } from '../task-decisions.module.js';
import { FolderMachines } from './folder-machines.js';
import { aMachine } from './tasks.js';

/** Takes a command of a neighbour and does nothing: what is tested is what this module asks for. */
function taken(command: CommandClass): Type {
  @CommandHandler(command)
  class TakenHandler extends Handler<CommandMessage> {
    handle(): Promise<null> {
      return Promise.resolve(null);
    }
  }
  return TakenHandler;
}

/** A machine that is ready at once. */
@CommandHandler(sandbox.RequestSandbox)
class RequestSandboxHandler extends Handler<sandbox.RequestSandbox> {
  handle({ payload }: sandbox.RequestSandbox, tx: Tx): Promise<sandbox.SandboxView> {
    const { organizationId, sandboxId, taskId } = payload;
    const view = aMachine({ organizationId, sandboxId, taskId, version: 1 });
    tx.emit(new sandbox.SandboxReady({ organizationId, sandboxId, version: 1, sandbox: view }));
    return Promise.resolve(view);
  }
}

const SANDBOX_COMMANDS = [
  sandbox.HoldSandbox,
  sandbox.ReleaseHold,
  sandbox.ReleaseCredential,
  sandbox.SaveSandbox,
  sandbox.DestroySandbox,
  sandbox.RetrySandbox,
  sandbox.RecreateSandbox,
  sandbox.ResumeSandbox,
  sandbox.InstallOwnerCredential,
];

@Module({ providers: [RequestSandboxHandler, ...SANDBOX_COMMANDS.map(taken)] })
export class MachinesModule {
  static readonly manifest: ModuleManifest = {
    name: 'sandbox',
    entities: [],
    migrations: [],
    commands: [sandbox.RequestSandbox, ...SANDBOX_COMMANDS],
    events: [
      sandbox.SandboxChanged,
      sandbox.SandboxReady,
      sandbox.SandboxPaused,
      sandbox.SandboxResumed,
      sandbox.SandboxExpiring,
      sandbox.SandboxExpired,
      sandbox.SandboxRecreated,
      sandbox.SandboxFailed,
      sandbox.SandboxDestroyed,
      sandbox.SandboxCheckpointed,
      sandbox.CheckpointFailed,
      sandbox.CredentialInstalled,
      sandbox.CredentialFailed,
      sandbox.CredentialRemoved,
      sandbox.AgentsChanged,
    ],
    effects: [],
  };
}

@Module({ providers: [taken(RecordTaskSummary), taken(ReleaseTask)] })
export class ListModule {
  static readonly manifest: ModuleManifest = {
    name: 'organization',
    entities: [],
    migrations: [],
    commands: [RecordTaskSummary, ReleaseTask],
    events: [MemberRemoved, SettingsChanged],
    effects: [],
  };
}

/** Events of modules that only people and GitHub move. */
@Module({})
export class PeopleModule {
  static readonly manifest: ModuleManifest = {
    name: 'user',
    entities: [],
    migrations: [],
    commands: [],
    events: [SignedIn, AccessChanged],
    effects: [],
  };
}

/** An agent that starts at once. */
@Injectable()
@PerformEffect(StartAgent)
class StandInStart implements PerformsEffect<StartAgent> {
  perform({ payload }: StartAgent): Promise<CommandMessage> {
    const { organizationId, taskId, sessionId, connectionNo } = payload;
    const named = { organizationId, taskId, sessionId, connectionNo };
    return Promise.resolve(new RecordSessionReady({ ...named, agentSessionId: 'agent-1', model: 'opus', mode: null }));
  }

  giveUp({ payload }: StartAgent): CommandMessage {
    const { organizationId, taskId, sessionId, connectionNo } = payload;
    const named = { organizationId, taskId, sessionId, connectionNo };
    return new RecordSessionFailed({ ...named, code: 'agent.failed', reason: 'It did not start.' });
  }
}

const endOf = ({ payload: { organizationId, taskId, turnId } }: RunTurn) => ({ organizationId, taskId, turnId });

/** An agent that answers every prompt at once. */
@Injectable()
@PerformEffect(RunTurn)
class StandInTurn implements PerformsEffect<RunTurn> {
  perform(effect: RunTurn): Promise<CommandMessage> {
    const end = { outcome: 'finished' as const, stopReason: 'end_turn', code: null, reason: null, delivered: true };
    return Promise.resolve(new RecordTurnEnded({ ...endOf(effect), ...end, costCents: 12 }));
  }

  giveUp(effect: RunTurn): CommandMessage {
    const end = { outcome: 'failed' as const, stopReason: null, code: 'agent.failed', reason: 'No.', delivered: false };
    return new RecordTurnEnded({ ...endOf(effect), ...end });
  }
}

/** An agent that takes every setting. */
@Injectable()
@PerformEffect(ConfigureAgent)
class StandInConfigure implements PerformsEffect<ConfigureAgent> {
  perform(effect: ConfigureAgent): Promise<CommandMessage> {
    return Promise.resolve(this.giveUp(effect));
  }

  giveUp({ payload }: ConfigureAgent): CommandMessage {
    const { organizationId, taskId, sessionId, connectionNo, before, chosen } = payload;
    const named = { organizationId, taskId, sessionId, connectionNo };
    return new RecordConfigured({ ...named, before, chosen, code: null, reason: null });
  }
}

/** An agent that goes when it is told to. */
@Injectable()
@PerformEffect(CloseAgent)
class StandInClose implements PerformsEffect<CloseAgent> {
  perform(effect: CloseAgent): Promise<CommandMessage> {
    return Promise.resolve(this.giveUp(effect));
  }

  giveUp({ payload: { organizationId, taskId, sessionId, connectionNo } }: CloseAgent): CommandMessage {
    return new RecordAgentClosed({ organizationId, taskId, sessionId, connectionNo });
  }
}

/** This module with an agent that stands in for a real one. */
@Module({
  imports: [TaskDecisionsModule],
  providers: [
    StandInStart,
    StandInTurn,
    StandInConfigure,
    StandInClose,
    ...GIT_EFFECTS,
    { provide: sandbox.SandboxAccess, useClass: FolderMachines },
  ],
})
export class TaskModuleUnderTest {
  static readonly manifest = manifest;
}
