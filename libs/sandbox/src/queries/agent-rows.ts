import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AgentView, ProviderName } from '../contracts/index.js';
import { DemoAgentOffer } from '../demo-agent-offer.js';
import { catalogue } from '../domain/agent-catalogue.js';

/** Agents with where the list is from. */
export const AgentList = z
  .strictObject({
    agents: z.array(AgentView).meta({ description: 'The agents.' }),
    source: z
      .enum(['machine', 'organization', 'catalogue'])
      .meta({ description: 'This machine, another one of the organization, or what Foundry knows without any.' }),
    asOf: z.iso.datetime().nullable().meta({ description: 'When a machine was asked; null: never.' }),
  })
  .meta({
    id: 'AgentList',
    description: 'Agents with where the list is from.',
    examples: [{ agents: [], source: 'catalogue', asOf: null }],
  });
export type AgentList = z.infer<typeof AgentList>;

const Row = z.object({ sandboxId: z.string(), agents: z.array(AgentView), at: z.date() });

/** Agents as machines last told them; no machine is asked. */
@Injectable()
export class AgentRows {
  constructor(
    private readonly database: Database,
    private readonly demoAgent: DemoAgentOffer,
  ) {}

  /** Of this sandbox, else the newest list of its provider in the organization, else the catalogue. */
  async of(which: { organizationId: string; provider?: ProviderName; sandboxId?: string }): Promise<AgentList> {
    const { organizationId, provider = null, sandboxId = null } = which;
    const rows = await this.database.sql`select sandbox_id as "sandboxId", agents, agents_at as at
      from sandbox.sandboxes where organization_id = ${organizationId} and agents is not null
        and (${provider}::text is null or provider = ${provider}::text)
      order by sandbox_id = ${sandboxId}::uuid desc nulls last, agents_at desc limit 1`;
    const [row] = Row.array().parse(rows);
    if (!row) {
      const agents = catalogue(this.demoAgent.at(which.provider ?? 'local'));
      return { agents, source: 'catalogue', asOf: null };
    }
    const source = row.sandboxId === sandboxId ? 'machine' : 'organization';
    return { agents: row.agents, source, asOf: row.at.toISOString() };
  }
}
