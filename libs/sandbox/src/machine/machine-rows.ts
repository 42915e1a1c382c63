import { randomBytes } from 'node:crypto';
import {
  type Attempt,
  Database,
  Encryption,
  type Place,
  type SealedTable,
  Secret,
  type SqlRunner,
} from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ProviderName, SandboxState } from '../contracts/index.js';
import { ProcessHasNoTerminal, ProcessUnknown } from '../domain/rejections.js';
import type { Endpoint } from '../providers/provider.js';

const TABLE = 'sandbox.generations';
const TOKEN_BYTES = 32;

export const SEALED_MACHINES: SealedTable = {
  table: TABLE,
  row: 'machine',
  keyId: 'key_id',
  columns: ['connection', 'agent_token'],
};

const keyOf = (sandboxId: string, generation: number): string => `${sandboxId}:${String(generation)}`;
const placeOf = (machine: string, column: 'connection' | 'agent_token'): Place => ({
  table: TABLE,
  column,
  row: machine,
});

const Connection = z.object({ url: z.string(), headers: z.record(z.string(), z.string()) });

const Row = z.object({
  machine: z.string(),
  sandboxId: z.string(),
  organizationId: z.string(),
  taskId: z.string(),
  repositoryId: z.string(),
  trusted: z.boolean(),
  generation: z.number(),
  present: z.number(),
  provider: ProviderName,
  providerRef: z.string().nullable(),
  connection: z.instanceof(Buffer).nullable(),
  agentToken: z.instanceof(Buffer).nullable(),
  keyId: z.string().nullable(),
  state: SandboxState,
  homePath: z.string().nullable(),
  repoPath: z.string().nullable(),
  isPrepared: z.boolean(),
});

/** One machine with what opens it. It never leaves the process. */
export interface Machine {
  sandboxId: string;
  organizationId: string;
  taskId: string;
  repositoryId: string;
  trusted: boolean;
  generation: number;
  /** The generation that the sandbox is at. */
  present: number;
  provider: ProviderName;
  ref: string | null;
  endpoint: Endpoint | null;
  token: Secret | null;
  state: SandboxState;
  home: string | null;
  repository: string | null;
  /** The repository was brought onto it, so its home is not empty. */
  isPrepared: boolean;
}

/** Machines with their addresses and tokens, encrypted. Effects write them under their lease; no command carries them. */
@Injectable()
export class MachineRows {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption,
  ) {}

  /** The label of this installation's machines. */
  async instance(): Promise<string> {
    const rows = await this.database.sql`select instance_id as "id" from sandbox.instance`;
    const [row] = z.array(z.object({ id: z.string() })).parse(rows);
    if (!row) throw new Error('sandbox.instance is empty; the migration fills it.');
    return row.id;
  }

  /** Null: the sandbox never had such a machine. */
  async find(sandboxId: string, generation: number): Promise<Machine | null> {
    const rows = await this.database.sql`
      select g.machine, g.sandbox_id as "sandboxId", s.organization_id as "organizationId", s.task_id as "taskId",
        s.repository_id as "repositoryId", s.trusted, g.generation, s.generation as present, g.provider,
        g.provider_ref as "providerRef", g.connection, g.agent_token as "agentToken", g.key_id as "keyId", s.state,
        s.home_path as "homePath", s.repo_path as "repoPath", s.repo_state = 'ready' as "isPrepared"
      from sandbox.generations g join sandbox.sandboxes s using (sandbox_id)
      where g.sandbox_id = ${sandboxId} and g.generation = ${generation}`;
    const [row] = Row.array().parse(rows);
    return row ? this.opened(row) : null;
  }

  /** The row of a new machine with a token of its own; known before: as it is. */
  async prepare(
    attempt: Attempt,
    of: { sandboxId: string; generation: number; provider: ProviderName },
  ): Promise<Secret> {
    const machine = keyOf(of.sandboxId, of.generation);
    const token = this.encryption.seal(
      // hexadecimal: the agent server takes one that begins with a dash for an option
      new Secret(randomBytes(TOKEN_BYTES).toString('hex')),
      placeOf(machine, 'agent_token'),
    );
    await attempt.guarded(
      (sql) => sql`insert into sandbox.generations (machine, sandbox_id, generation, provider, agent_token, key_id)
        values (${machine}, ${of.sandboxId}, ${of.generation}, ${of.provider}, ${token.bytes}, ${token.keyId})
        on conflict (machine) do nothing`,
    );
    const prepared = await this.find(of.sandboxId, of.generation);
    if (!prepared?.token) throw new Error(`Machine ${machine} has no token.`);
    return prepared.token;
  }

  /** Which machine of the provider it is. */
  async setRef(attempt: Attempt, { sandboxId, generation }: Pick<Machine, 'sandboxId' | 'generation'>, ref: string) {
    await attempt.guarded(
      (sql) => sql`update sandbox.generations set provider_ref = ${ref}
        where sandbox_id = ${sandboxId} and generation = ${generation}`,
    );
  }

  /** Where its agent server answers from now on. */
  async setEndpoint(
    attempt: Attempt,
    { sandboxId, generation }: Pick<Machine, 'sandboxId' | 'generation'>,
    endpoint: Endpoint,
  ) {
    const machine = keyOf(sandboxId, generation);
    await attempt.guarded(async (sql) => {
      const token = await this.tokenFor(sql, machine);
      const sealed = this.encryption.seal(new Secret(JSON.stringify(endpoint)), placeOf(machine, 'connection'));
      // One key for both, because a row names one.
      const again = this.encryption.seal(token, placeOf(machine, 'agent_token'));
      await sql`update sandbox.generations
        set connection = ${sealed.bytes}, agent_token = ${again.bytes}, key_id = ${sealed.keyId}
        where machine = ${machine}`;
    });
  }

  /** What the machine calls a process with a terminal. */
  async terminalProcess(of: { sandboxId: string; generation: number }, processId: string): Promise<string> {
    const rows = await this.database.sql`select remote_id as "remoteId", tty from sandbox.processes
      where process_id = ${processId} and sandbox_id = ${of.sandboxId} and generation = ${of.generation}`;
    const [row] = z.array(z.object({ remoteId: z.string().nullable(), tty: z.boolean() })).parse(rows);
    if (!row || row.remoteId === null) throw new ProcessUnknown();
    if (!row.tty) throw new ProcessHasNoTerminal();
    return row.remoteId;
  }

  private async tokenFor(sql: SqlRunner, machine: string): Promise<Secret> {
    const rows = await sql`select agent_token as "agentToken", key_id as "keyId" from sandbox.generations
      where machine = ${machine} for update`;
    const [row] = z.array(z.object({ agentToken: z.instanceof(Buffer), keyId: z.string() })).parse(rows);
    if (!row) throw new Error(`There is no machine ${machine}.`);
    return this.encryption.open({ keyId: row.keyId, bytes: row.agentToken }, placeOf(machine, 'agent_token'));
  }

  private opened(row: z.infer<typeof Row>): Machine {
    const { machine, keyId, agentToken, connection, providerRef, homePath, repoPath, ...rest } = row;
    const open = (bytes: Buffer | null, column: 'connection' | 'agent_token'): Secret | null =>
      bytes === null || keyId === null ? null : this.encryption.open({ keyId, bytes }, placeOf(machine, column));
    const opened = open(connection, 'connection');
    return {
      ...rest,
      ref: providerRef,
      endpoint: opened === null ? null : Connection.parse(JSON.parse(opened.reveal())),
      token: open(agentToken, 'agent_token'),
      home: homePath,
      repository: repoPath,
    };
  }
}
