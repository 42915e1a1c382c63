import { ask, type ShowsTopic, type Subscriber, Topic } from '@foundry/messaging';
import type { Delta } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { ProcessesOf, SandboxById } from '../contracts/index.js';
import { SandboxRights } from '../http/sandbox-rights.js';
import { AgentRows } from '../queries/agent-rows.js';

const Process = z.looseObject({ processId: z.string() });

/** `sandbox:<id>` for those who see its task: the machine, its processes, its agents. */
@Injectable()
@Topic('sandbox')
export class SandboxTopic implements ShowsTopic {
  readonly idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

  constructor(
    private readonly rights: SandboxRights,
    private readonly queries: QueryBus,
    private readonly agents: AgentRows,
  ) {}

  async mayRead(subscriber: Subscriber, id: string): Promise<boolean> {
    if (subscriber.scopes !== 'all' && !subscriber.scopes.includes('tasks:read')) return false;
    return (await this.rights.find(subscriber, id)) !== null;
  }

  async snapshot(_subscriber: Subscriber, id: string): Promise<unknown> {
    const sandbox = await ask(this.queries, new SandboxById(id));
    if (!sandbox) throw new Error(`Sandbox ${id} went away while somebody subscribed to it.`);
    const processes = await ask(this.queries, new ProcessesOf(id));
    return { sandbox, processes, agents: await this.agents.of({ ...sandbox }) };
  }

  /** Of one sandbox there is one newest state; processes have their own. */
  entityOf({ type, data }: Delta): string | null {
    if (type !== 'process' && type !== 'processRemoved') return type;
    return Process.safeParse(data).data?.processId ?? null;
  }
}
