import { Global, Module } from '@nestjs/common';
import * as credentials from './commands/credential.handlers.js';
import * as life from './commands/life.handlers.js';
import * as machines from './commands/machine-reports.handlers.js';
import * as processes from './commands/process.handlers.js';
import * as reaping from './commands/reap.handlers.js';
import { RecordCheckpointHandler } from './commands/record-checkpoint.handler.js';
import * as steps from './commands/step-reports.handlers.js';
import * as variables from './commands/variable.handlers.js';
import { DemoAgentOffer } from './demo-agent-offer.js';
import { InstallCredentialEffect, RemoveCredentialEffect } from './effects/credential.effects.js';
import {
  DestroyMachineEffect,
  ExtendMachineEffect,
  PauseMachineEffect,
  ResumeMachineEffect,
} from './effects/machine-life.effects.js';
import { MachineMetrics } from './effects/machine-metrics.js';
import { PrepareRepositoryEffect } from './effects/prepare-repository.effect.js';
import { SignalProcessEffect, StartProcessEffect } from './effects/process.effects.js';
import { ProvisionEffect } from './effects/provision.effect.js';
import { SaveCheckpointEffect } from './effects/save-checkpoint.effect.js';
import { StartServerEffect } from './effects/start-server.effect.js';
import { SweepMachinesEffect } from './effects/sweep.effect.js';
import { TryModelKeyEffect } from './effects/try-model-key.effect.js';
import { WatchMachineEffect } from './effects/watch.effect.js';
import { WatchTimings } from './effects/watch-timings.js';
import { MachineSecrets } from './contracts/index.js';
import { HeldSecrets } from './machine/held-secrets.js';
import { MachineEnvironment, ModelEnvironment } from './machine/machine-environment.js';
import { MachineWork } from './machine/machine-work.js';
import { manifest } from './manifest.js';
import { configuredProviders } from './providers/configured.js';
import { canIsolate } from './providers/local/bubblewrap.js';
import { HostMachines } from './providers/host-machines.js';
import { Providers } from './providers/providers.js';
import { REACTIONS } from './reactions/organization-reactions.js';
import { FRAMES } from './realtime/sandbox-frames.js';
import { CheckpointStore } from './repository/checkpoint-store.js';
import { SandboxAccessModule } from './sandbox-access.module.js';
import { sandboxConfig } from './sandbox-config.js';

const HANDLERS = [
  life.RequestSandboxHandler,
  life.ResumeSandboxHandler,
  life.PauseSandboxHandler,
  life.ExtendSandboxHandler,
  life.RecreateSandboxHandler,
  life.DestroySandboxHandler,
  life.RetrySandboxHandler,
  life.TouchSandboxHandler,
  life.HoldSandboxHandler,
  life.ReleaseHoldHandler,
  life.SaveSandboxHandler,
  life.ExpireStepHandler,
  life.WarnOfPauseHandler,
  life.ApplyIdleLimitHandler,
  life.KeepPolicyHandler,
  steps.RecordProvisioningHandler,
  steps.RecordProvisionedHandler,
  steps.RecordStartedHandler,
  steps.RecordPreparedHandler,
  steps.RecordFailedHandler,
  steps.RecordPausedHandler,
  steps.RecordResumedHandler,
  machines.RecordGoneHandler,
  machines.RecordPausedByProviderHandler,
  machines.RecordHealthHandler,
  machines.RecordExtendedHandler,
  machines.RecordResourcesHandler,
  machines.RecordAgentsHandler,
  machines.RecordWatchEndedHandler,
  machines.RecordDestroyedHandler,
  machines.RecordDestroyFailedHandler,
  RecordCheckpointHandler,
  reaping.ReapMachinesHandler,
  reaping.RecordReapingHandler,
  reaping.ContinueSandboxHandler,
  credentials.InstallOwnerCredentialHandler,
  credentials.ReleaseCredentialHandler,
  credentials.RemoveOwnerCredentialHandler,
  credentials.ExpireCredentialHandler,
  credentials.RecordCredentialHandler,
  processes.CreateProcessHandler,
  processes.StopProcessHandler,
  processes.KillProcessHandler,
  processes.DeleteProcessHandler,
  processes.RecordProcessStartedHandler,
  processes.RecordProcessesHandler,
  processes.RecordSignalHandler,
  processes.RecordSetupHandler,
  processes.NoteExecHandler,
  processes.NoteTerminalHandler,
  variables.SetVariableHandler,
  variables.RemoveVariableHandler,
  variables.TestModelKeyHandler,
  variables.RecordKeyTestHandler,
];

const EFFECTS = [
  ProvisionEffect,
  StartServerEffect,
  PrepareRepositoryEffect,
  SaveCheckpointEffect,
  PauseMachineEffect,
  ResumeMachineEffect,
  ExtendMachineEffect,
  DestroyMachineEffect,
  WatchMachineEffect,
  SweepMachinesEffect,
  InstallCredentialEffect,
  RemoveCredentialEffect,
  StartProcessEffect,
  SignalProcessEffect,
  TryModelKeyEffect,
];

/** What the worker runs of this module. Global, because effects of other modules reach machines through its port. */
@Global()
@Module({
  imports: [SandboxAccessModule],
  providers: [
    ...HANDLERS,
    ...EFFECTS,
    ...REACTIONS,
    ...FRAMES,
    CheckpointStore,
    MachineEnvironment,
    MachineWork,
    MachineMetrics,
    HostMachines,
    WatchTimings,
    { provide: DemoAgentOffer, useFactory: () => DemoAgentOffer.from(process.env) },
    { provide: MachineSecrets, useClass: HeldSecrets },
    { provide: Providers, useFactory: () => configuredProviders(sandboxConfig(process.env)) },
    { provide: ModelEnvironment, useFactory: () => new ModelEnvironment(sandboxConfig(process.env).modelEnvironment) },
    { provide: life.InstanceLimits, useFactory: () => sandboxConfig(process.env) },
    {
      provide: reaping.KeepingTime,
      useFactory: () => ({ pausedDays: sandboxConfig(process.env).keepPausedDays }),
    },
  ],
  exports: [SandboxAccessModule, MachineSecrets],
})
export class SandboxWorkerModule {
  static readonly manifest = manifest;

  /** Whether local machines of this host are isolated: bubblewrap is there, and the kernel lets it work. */
  static canIsolateLocally(): Promise<boolean> {
    return canIsolate();
  }
}
