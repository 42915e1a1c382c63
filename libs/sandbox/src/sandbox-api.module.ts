import { Global, Module } from '@nestjs/common';
import { TerminalDoor } from './contracts/index.js';
import { DemoAgentOffer } from './demo-agent-offer.js';
import { ExecController } from './http/exec.controller.js';
import { ProcessesController } from './http/processes.controller.js';
import { SandboxRights } from './http/sandbox-rights.js';
import { SandboxesController } from './http/sandboxes.controller.js';
import { VariablesController } from './http/variables.controller.js';
import { manifest } from './manifest.js';
import { AgentRows } from './queries/agent-rows.js';
import { CheckpointRows } from './queries/checkpoint-rows.js';
import { ProcessLogs } from './queries/process-logs.js';
import { ProcessRows } from './queries/process-rows.js';
import { SandboxRows } from './queries/sandbox-rows.js';
import { VariableRows } from './queries/variable-rows.js';
import { SandboxTopic } from './realtime/sandbox.topic.js';
import { SandboxAccessModule } from './sandbox-access.module.js';
import { MachineTerminalDoor } from './terminal/machine-terminal-door.js';

/** What the API shows of this module: routes, the topic, answers to others. Global for its ports. */
@Global()
@Module({
  imports: [SandboxAccessModule],
  controllers: [SandboxesController, ProcessesController, ExecController, VariablesController],
  providers: [
    SandboxRights,
    AgentRows,
    CheckpointRows,
    ProcessRows,
    ProcessLogs,
    SandboxRows,
    VariableRows,
    SandboxTopic,
    { provide: DemoAgentOffer, useFactory: () => DemoAgentOffer.from(process.env) },
    { provide: TerminalDoor, useClass: MachineTerminalDoor },
  ],
  exports: [SandboxAccessModule, TerminalDoor],
})
export class SandboxApiModule {
  static readonly manifest = manifest;
}
