import { setTimeout as wait } from 'node:timers/promises';
import { type Attempt, Database, EffectFailed, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  RecordAgents,
  RecordExtended,
  RecordGone,
  RecordHealth,
  RecordPausedByProvider,
  RecordProcesses,
  RecordResources,
  RecordWatchEnded,
  WatchMachine,
} from '../contracts/index.js';
import { AgentServer } from '../machine/agent-server.js';
import { AgentServerRefused } from '../machine/server-door.js';
import { type KnownMachine, MachineWork } from '../machine/machine-work.js';
import { agentViews } from '../machine/agent-views.js';
import { WatchTimings } from './watch-timings.js';

const HEALTH_LIMIT_MS = 5_000;
/** A machine that is used has at least this long to live. */
const LEAST_LIFE_MS = 30 * 60_000;
const MISSES = 3;

const Row = z.object({
  state: z.string(),
  generation: z.number(),
  watchId: z.string().nullable(),
  expiresAt: z.date().nullable(),
  maxLife: z.boolean(),
  isHeld: z.boolean(),
  diskUsedMb: z.number().nullable(),
  agents: z.unknown(),
});
const Running = z.array(z.object({ processId: z.string(), remoteId: z.string() }));

/** When each thing was last done; what was never done is due. */
class Due {
  private readonly last = new Map<string, number>();

  isDue(what: string, everyMs: number): boolean {
    const now = Date.now();
    if (now - (this.last.get(what) ?? 0) < everyMs) return false;
    this.last.set(what, now);
    return true;
  }
}

/** One for each running machine. It tells what changed; what it finds as it was told costs nobody anything. */
@Injectable()
@PerformEffect(WatchMachine)
export class WatchMachineEffect implements PerformsEffect<WatchMachine> {
  constructor(
    private readonly database: Database,
    private readonly work: MachineWork,
    private readonly timings: WatchTimings,
  ) {}

  async perform({ payload }: WatchMachine, attempt: Attempt): Promise<CommandMessage> {
    const due = new Due();
    let misses = 0;
    for (let count = 1; !attempt.abort.aborted; count += 1) {
      // Steps of another holder of this watch are others.
      const turn = `${String(attempt.fence)}.${String(count)}`;
      const row = await this.row(payload);
      if (!row) break;
      const machine = await this.work.known(payload);
      if (!machine?.endpoint || !machine.token) break;
      const server = new AgentServer(machine.endpoint, machine.token);
      if (due.isDue('health', this.timings.healthMs)) {
        const fault = await this.fault(server, attempt.abort);
        misses = fault === null ? 0 : misses + 1;
        if (fault !== null && (await this.tellFault(payload, machine, { misses, fault }, attempt, turn))) break;
      }
      if (misses === 0 && row.state === 'ready') await this.look(payload, server, row, due, attempt, turn);
      if (row.isHeld && due.isDue('life', this.timings.lifeMs)) await this.extend(payload, machine, row, attempt, turn);
      await pause(this.timings.lookMs, attempt.abort);
    }
    attempt.abort.throwIfAborted();
    return this.ended(payload);
  }

  giveUp({ payload }: WatchMachine): CommandMessage {
    return this.ended(payload);
  }

  private ended({ organizationId, sandboxId, generation, watchId }: WatchMachine['payload']): CommandMessage {
    return new RecordWatchEnded({ organizationId, sandboxId, generation, watchId });
  }

  /** Null: this watch is over. */
  private async row({ sandboxId, generation, watchId }: WatchMachine['payload']) {
    const rows = await this.database.sql`
      select state, generation, watch_id as "watchId", expires_at as "expiresAt", max_life as "maxLife",
        disk_used_mb as "diskUsedMb", agents,
        exists (select 1 from jsonb_to_recordset(holds) as h(until timestamptz) where h.until > now()) as "isHeld"
      from sandbox.sandboxes where sandbox_id = ${sandboxId}`;
    const [row] = Row.array().parse(rows);
    const isOurs = row?.generation === generation && row.watchId === watchId;
    return isOurs && ['ready', 'degraded'].includes(row.state) ? row : null;
  }

  private async fault(server: AgentServer, abort: AbortSignal): Promise<string | null> {
    try {
      await server.health(HEALTH_LIMIT_MS, abort);
      return null;
    } catch (error) {
      if (error instanceof EffectFailed || error instanceof AgentServerRefused) return error.message;
      throw error;
    }
  }

  /** True: the machine is gone or sleeps, so there is nothing to watch. */
  private async tellFault(
    payload: WatchMachine['payload'],
    machine: KnownMachine,
    { misses, fault }: { misses: number; fault: string },
    attempt: Attempt,
    turn: string,
  ): Promise<boolean> {
    const { organizationId, sandboxId, generation } = payload;
    const id = { organizationId, sandboxId, generation };
    const state = await this.condition(machine, attempt.abort);
    if (state === 'gone') {
      await attempt.send('gone', new RecordGone({ ...id, reason: 'machine.gone' }));
      return true;
    }
    if (state === 'paused') {
      await attempt.send('paused', new RecordPausedByProvider(id));
      return true;
    }
    if (misses === MISSES) {
      const message = fault.slice(0, 2_000);
      await attempt.send(`health ${turn}`, new RecordHealth({ ...id, missed: misses, message }));
    }
    return false;
  }

  /** A provider that is away says nothing about the machine, and the machine's own silence counts. */
  private async condition(machine: KnownMachine, abort: AbortSignal): Promise<string> {
    try {
      return (await this.work.provider(machine.provider).inspect(machine.ref, abort)).state;
    } catch (error) {
      if (error instanceof EffectFailed) return 'unknown';
      throw error;
    }
  }

  private async look(
    payload: WatchMachine['payload'],
    server: AgentServer,
    row: z.infer<typeof Row>,
    due: Due,
    attempt: Attempt,
    turn: string,
  ): Promise<void> {
    try {
      await this.tellProcesses(payload, server, attempt, turn);
      if (due.isDue('disk', this.timings.diskMs)) await this.tellDisk(payload, server, row.diskUsedMb, attempt, turn);
      if (due.isDue('agents', this.timings.agentsMs)) await this.tellAgents(payload, server, row.agents, attempt, turn);
    } catch (error) {
      // The next check of its health says what is wrong with the machine.
      if (!(error instanceof EffectFailed || error instanceof AgentServerRefused)) throw error;
    }
  }

  private async tellProcesses(
    { organizationId, sandboxId, generation }: WatchMachine['payload'],
    server: AgentServer,
    attempt: Attempt,
    turn: string,
  ): Promise<void> {
    const rows = await this.database
      .sql`select process_id as "processId", remote_id as "remoteId" from sandbox.processes
      where sandbox_id = ${sandboxId} and generation = ${generation} and status = 'running' and remote_id is not null`;
    const running = Running.parse(rows);
    if (running.length === 0) return;
    const remote = new Map((await server.processes(attempt.abort)).map((process) => [process.id, process]));
    const ended = running.flatMap(({ processId, remoteId }) => {
      const found = remote.get(remoteId);
      if (found?.status === 'running') return [];
      const status = found ? ('exited' as const) : ('lost' as const);
      return [{ processId, status, exitCode: found?.exitCode ?? null }];
    });
    if (ended.length === 0) return;
    const report = new RecordProcesses({ organizationId, sandboxId, generation, ended: ended.slice(0, 64) });
    await attempt.send(`processes ${turn}`, report);
  }

  private async tellDisk(
    { organizationId, sandboxId, generation }: WatchMachine['payload'],
    server: AgentServer,
    known: number | null,
    attempt: Attempt,
    turn: string,
  ): Promise<void> {
    const argv = ['sh', '-c', 'du -skx "$HOME" 2>/dev/null | cut -f1'];
    const measured = await server.run({ argv, cwd: '/', env: {}, timeoutMs: 30_000, maxBytes: 1_024 }, attempt.abort);
    const diskUsedMb = Math.round(Number(measured.stdout.trim()) / 1_024);
    if (!Number.isInteger(diskUsedMb) || diskUsedMb === known) return;
    const report = new RecordResources({ organizationId, sandboxId, generation, diskUsedMb });
    await attempt.send(`disk ${turn}`, report);
  }

  private async tellAgents(
    { organizationId, sandboxId, generation }: WatchMachine['payload'],
    server: AgentServer,
    known: unknown,
    attempt: Attempt,
    turn: string,
  ): Promise<void> {
    const agents = await agentViews(server, attempt.abort);
    if (JSON.stringify(known) === JSON.stringify(agents)) return;
    await attempt.send(`agents ${turn}`, new RecordAgents({ organizationId, sandboxId, generation, agents }));
  }

  /** Work keeps a machine alive as much as a person does. */
  private async extend(
    { organizationId, sandboxId, generation }: WatchMachine['payload'],
    machine: KnownMachine,
    row: z.infer<typeof Row>,
    attempt: Attempt,
    turn: string,
  ): Promise<void> {
    const provider = this.work.provider(machine.provider);
    if (row.expiresAt === null || provider.lifeMs === null || row.maxLife) return;
    const life = Math.max(provider.lifeMs, LEAST_LIFE_MS);
    const answer = await provider.extend(machine.ref, life, attempt.abort).catch((error: unknown) => {
      // It is asked again in five minutes, long before the life ends.
      if (error instanceof EffectFailed) return null;
      throw error;
    });
    if (answer === null) return;
    const refused = answer === 'refused';
    const expiresAt = refused ? row.expiresAt : answer;
    const report = { organizationId, sandboxId, generation, expiresAt: expiresAt.toISOString(), refused };
    await attempt.send(`life ${turn}`, new RecordExtended(report));
  }
}

async function pause(ms: number, abort: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: abort, ref: false }).catch((error: unknown) => {
    if (!abort.aborted) throw error;
  });
}
