import { Database, EffectFailed, Rejection } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { MachineAccess } from '../access/machine-access.js';
import { type ProcessView, SandboxState, type SandboxView } from '../contracts/index.js';
import { AgentServerRefused } from '../machine/server-door.js';

const Entry = z.strictObject({
  seq: z.int().meta({ description: 'Place in the log.' }),
  stream: z.string().meta({ description: 'stdout, stderr or pty.' }),
  at: z.iso.datetime().meta({ description: 'When it was said.' }),
  data: z.string().meta({ description: 'What was said, base64.' }),
});

/** What a process said. */
export const ProcessLogView = z
  .strictObject({
    state: SandboxState.meta({ description: 'What the sandbox is doing; when it is away there are no entries.' }),
    entries: z.array(Entry).meta({ description: 'Oldest first.' }),
    next: z.int().nullable().meta({ description: 'The `after` of the next page; null: nothing more is known.' }),
    truncated: z.boolean().meta({ description: 'Older entries are not kept any more.' }),
  })
  .meta({
    id: 'ProcessLog',
    description: 'What a process said.',
    examples: [{ state: 'ready', entries: [], next: null, truncated: false }],
  });
export type ProcessLogView = z.infer<typeof ProcessLogView>;

const KEPT = 100_000;
const Remote = z.array(z.object({ remoteId: z.string().nullable() }));

/** Logs are on the machine alone, and a machine that is away has none to show. */
@Injectable()
export class ProcessLogs {
  constructor(
    private readonly database: Database,
    private readonly access: MachineAccess,
  ) {}

  async read(
    sandbox: SandboxView,
    process: ProcessView,
    asked: { stream?: 'stdout' | 'stderr' | 'combined' | 'pty' | undefined; after: number; limit: number },
  ): Promise<ProcessLogView> {
    const { state } = sandbox;
    const none: ProcessLogView = { state, entries: [], next: null, truncated: false };
    const [row] = Remote.parse(
      await this.database.sql`select remote_id as "remoteId" from sandbox.processes
        where process_id = ${process.processId} and generation = ${sandbox.generation}`,
    );
    if (!row || row.remoteId === null) return none;
    try {
      const { server } = await this.access.open(sandbox);
      const stream = asked.stream ?? (process.tty ? 'pty' : 'combined');
      const kept = await server.logs(row.remoteId, stream, KEPT);
      const later = kept.filter(({ sequence }) => sequence > asked.after);
      const entries = later.slice(0, asked.limit).map(({ sequence: seq, stream: said, timestampMs, data }) => ({
        ...{ seq, stream: said, data },
        at: new Date(timestampMs).toISOString(),
      }));
      const next = later.length > entries.length ? (entries.at(-1)?.seq ?? null) : null;
      return { state, entries, next, truncated: (kept[0]?.sequence ?? 1) > 1 };
    } catch (error) {
      if (error instanceof Rejection || error instanceof EffectFailed || error instanceof AgentServerRefused)
        return none;
      throw error;
    }
  }
}
