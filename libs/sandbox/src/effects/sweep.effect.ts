import {
  type Attempt,
  Database,
  EffectFailed,
  type Failure,
  PerformEffect,
  type PerformsEffect,
  Rejection,
} from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ContinueSandbox, RecordGone, RecordReaping, SweepMachines } from '../contracts/index.js';
import { DESTROY_ALARM_MS } from '../domain/limits.js';
import { MachineRows } from '../machine/machine-rows.js';
import type { Found, MachineProvider } from '../providers/provider.js';
import { Providers } from '../providers/providers.js';
import { MachineMetrics } from './machine-metrics.js';

const Row = z.object({
  sandboxId: z.string(),
  organizationId: z.string(),
  generation: z.number(),
  provider: z.string(),
  state: z.string(),
  providerRef: z.string().nullable(),
});
type Row = z.infer<typeof Row>;

const Counts = z.array(
  z.object({ provider: z.string(), state: z.string(), count: z.coerce.number(), stuck: z.coerce.number() }),
);

/** The machine is being made or woken under a name that nobody knows yet. */
const UNSETTLED = ['requested', 'provisioning', 'resuming'];
const scope = { scope: 'machines' as const };

/**
 * Looks at every machine of this installation: those that belong to nobody are ended, and sandboxes whose state stands
 * still get on. Machines are listed before rows are read, so one that was made in between is never taken for lost.
 */
@Injectable()
@PerformEffect(SweepMachines)
export class SweepMachinesEffect implements PerformsEffect<SweepMachines> {
  constructor(
    private readonly database: Database,
    private readonly rows: MachineRows,
    private readonly providers: Providers,
    private readonly metrics: MachineMetrics,
  ) {}

  async perform(_effect: SweepMachines, attempt: Attempt): Promise<CommandMessage> {
    let orphans = 0;
    const failures: string[] = [];
    for (const provider of this.providers.all) {
      try {
        orphans += await this.sweep(provider, attempt);
      } catch (error) {
        // One provider that is away does not keep the others from being looked at.
        if (!(error instanceof EffectFailed || error instanceof Rejection)) throw error;
        this.metrics.failed(provider.name);
        failures.push(`${provider.name}: ${error.message}`);
      }
    }
    await this.nudge(attempt);
    await this.count();
    const failure = failures.length === 0 ? null : failures.join('; ').slice(0, 2_000);
    return new RecordReaping({ ...scope, orphans, failure });
  }

  giveUp(_effect: SweepMachines, { message }: Failure): CommandMessage {
    return new RecordReaping({ ...scope, orphans: 0, failure: message.slice(0, 2_000) });
  }

  private async sweep(provider: MachineProvider, attempt: Attempt): Promise<number> {
    const found = await provider.find({ instance: await this.rows.instance() }, attempt.abort);
    const rows = await this.present();
    const orphans = found.filter((machine) => isOrphan(machine, rows));
    for (const { ref } of orphans) await provider.destroy(ref, attempt.abort);
    this.metrics.destroyed(provider.name, orphans.length);
    await this.tellLost(provider, found, rows, attempt);
    return orphans.length;
  }

  private async present(): Promise<Map<string, Row>> {
    const rows = await this.database.sql`
      select s.sandbox_id as "sandboxId", s.organization_id as "organizationId", s.generation, s.provider, s.state,
        g.provider_ref as "providerRef"
      from sandbox.sandboxes s left join sandbox.generations g
        on g.sandbox_id = s.sandbox_id and g.generation = s.generation
      where s.state <> 'destroyed'`;
    return new Map(
      Row.array()
        .parse(rows)
        .map((row) => [row.sandboxId, row]),
    );
  }

  /** A sleeping machine is watched by nobody; one that is not listed is asked for by its name. */
  private async tellLost(provider: MachineProvider, found: Found[], rows: Map<string, Row>, attempt: Attempt) {
    const listed = new Set(found.map(({ ref }) => ref));
    for (const { sandboxId, organizationId, generation, providerRef, state, ...row } of rows.values()) {
      if (row.provider !== provider.name || state !== 'paused' || providerRef === null || listed.has(providerRef))
        continue;
      const condition = await provider.inspect(providerRef, attempt.abort);
      if (condition.state !== 'gone') continue;
      const report = new RecordGone({ sandboxId, organizationId, generation, reason: 'machine.gone' });
      await attempt.send(`gone ${sandboxId} ${String(generation)}`, report);
    }
  }

  private async count(): Promise<void> {
    const rows = await this.database.sql`select provider, state, count(*) as count,
        count(*) filter (where state = 'destroying' and state_since < now() - ${DESTROY_ALARM_MS} * interval '1 ms') as stuck
      from sandbox.sandboxes where state <> 'destroyed' group by provider, state`;
    const counts = Counts.parse(rows);
    this.metrics.saw(
      counts,
      counts.reduce((sum, { stuck }) => sum + stuck, 0),
    );
  }

  /** States that would stand still: nobody watches, or an end that did not come to its end. */
  private async nudge(attempt: Attempt): Promise<void> {
    const rows = await this.database.sql`select sandbox_id as "sandboxId", organization_id as "organizationId"
      from sandbox.sandboxes
      where (state in ('ready', 'degraded') and watch_id is null and state_since < now() - interval '20 seconds')
        or (state = 'destroying' and state_since < now() - interval '45 seconds')
        or (state = 'paused' and state_since < now() - interval '1 day')
      limit 200`;
    const Ids = z.array(z.object({ sandboxId: z.string(), organizationId: z.string() }));
    for (const id of Ids.parse(rows)) await attempt.send(`continue ${id.sandboxId}`, new ContinueSandbox(id));
  }
}

function isOrphan({ ref, labels }: Found, rows: ReadonlyMap<string, Row>): boolean {
  const row = rows.get(labels.sandbox);
  if (!row) return true;
  if (labels.generation !== row.generation) return labels.generation < row.generation;
  // What came back empty is lost as well: the next need makes another machine.
  if (row.state === 'expired') return true;
  if (UNSETTLED.includes(row.state) || row.state === 'failed' || row.providerRef === null) return false;
  return ref !== row.providerRef;
}
