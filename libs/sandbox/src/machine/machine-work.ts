import { type Attempt, EffectFailed } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { DemoAgentOffer } from '../demo-agent-offer.js';
import type { MachineProvider } from '../providers/provider.js';
import { Providers } from '../providers/providers.js';
import { AgentServer } from './agent-server.js';
import { installDemoAgent } from './install-demo-agent.js';
import { MachineEnvironment } from './machine-environment.js';
import { type Machine, MachineRows } from './machine-rows.js';

/** A machine that was made, with its provider. */
export interface KnownMachine extends Machine {
  ref: string;
}

/** What effects do with a machine as a whole: find it, and have its agent server run. */
@Injectable()
export class MachineWork {
  constructor(
    readonly rows: MachineRows,
    private readonly providers: Providers,
    private readonly environment: MachineEnvironment,
    private readonly demoAgent: DemoAgentOffer,
  ) {}

  provider(name: Machine['provider']): MachineProvider {
    return this.providers.get(name);
  }

  /** Null: the provider never made it. */
  async known(of: { sandboxId: string; generation: number }): Promise<KnownMachine | null> {
    const machine = await this.rows.find(of.sandboxId, of.generation);
    return machine?.ref === null || machine === null ? null : { ...machine, ref: machine.ref };
  }

  /** Throws when it was never made, which is a failure of a step before. */
  async made(of: { sandboxId: string; generation: number }): Promise<KnownMachine> {
    const machine = await this.known(of);
    if (!machine) throw new EffectFailed('machine.unknown', 'The provider has not made this machine.');
    return machine;
  }

  /** Starts the agent server if it does not answer, and keeps where it does. */
  async serve(machine: KnownMachine, attempt: Attempt, restart = false): Promise<AgentServer> {
    const { token } = machine;
    if (!token) throw new Error(`Machine ${machine.sandboxId} has no token.`);
    const environment = await this.environment.of(machine);
    const start = { token: token.reveal(), environment, restart };
    const endpoint = await this.provider(machine.provider).ensureServer(machine.ref, start, attempt.abort);
    await this.rows.setEndpoint(attempt, machine, endpoint);
    const server = new AgentServer(endpoint, token);
    await server.configure(attempt.abort);
    await installDemoAgent(server, this.demoAgent.at(machine.provider), attempt.abort);
    return server;
  }
}
