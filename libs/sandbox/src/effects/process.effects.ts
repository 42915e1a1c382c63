import { type Attempt, Database, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { MachineAccess, type OpenMachine } from '../access/machine-access.js';
import { insideRepository } from '../access/inside-repository.js';
import {
  RecordProcesses,
  RecordProcessStarted,
  RecordSignal,
  SignalProcess,
  StartProcess,
} from '../contracts/index.js';
import { ExecNotStarted } from '../domain/rejections.js';
import { AgentServerRefused } from '../machine/server-door.js';
import { findStarted, PROCESS_MARK } from './find-started.js';

type Of = { organizationId: string; sandboxId: string; generation: number; processId: string };
const told = ({ organizationId, sandboxId, generation, processId }: Of): Of => ({
  organizationId,
  sandboxId,
  generation,
  processId,
});

@Injectable()
@PerformEffect(StartProcess)
export class StartProcessEffect implements PerformsEffect<StartProcess> {
  constructor(
    private readonly access: MachineAccess,
    private readonly database: Database,
  ) {}

  async perform({ payload }: StartProcess, attempt: Attempt): Promise<CommandMessage> {
    const open = await this.access.open(payload);
    const { sql } = this.database;
    const known = attempt.number === 1 ? null : await findStarted(open, sql, payload, attempt.abort);
    const cwd = await insideRepository(this.access, open, payload.cwd, attempt.abort);
    const started = known ?? (await this.start(open, { ...payload, cwd }, attempt.abort));
    const outcome = { kind: 'started' as const, remoteId: started.id, pid: started.pid ?? null };
    return new RecordProcessStarted({ ...told(payload), outcome });
  }

  giveUp({ payload }: StartProcess, { code, message }: Failure): CommandMessage {
    const outcome = { kind: 'failed' as const, code: code.slice(0, 80), message: message.slice(0, 2_000) };
    return new RecordProcessStarted({ ...told(payload), outcome });
  }

  private async start({ server }: OpenMachine, start: StartProcess['payload'], abort: AbortSignal) {
    const { argv, cwd, env, tty, processId } = start;
    try {
      return await server.start({ argv, cwd, env: { ...env, [PROCESS_MARK]: processId }, tty }, abort);
    } catch (error) {
      if (error instanceof AgentServerRefused && error.status >= 500) throw new ExecNotStarted(argv[0] ?? '');
      throw error;
    }
  }
}

@Injectable()
@PerformEffect(SignalProcess)
export class SignalProcessEffect implements PerformsEffect<SignalProcess> {
  constructor(private readonly access: MachineAccess) {}

  async perform({ payload }: SignalProcess, attempt: Attempt): Promise<CommandMessage> {
    const { server } = await this.access.open(payload);
    const { organizationId, sandboxId, generation, processId, remoteId, signal, waitSeconds } = payload;
    const isKnown = await server.signal(remoteId, signal, waitSeconds * 1_000, attempt.abort);
    const found = isKnown ? (await server.processes(attempt.abort)).find(({ id }) => id === remoteId) : undefined;
    if (found?.status === 'running') return new RecordSignal({ ...told(payload), sent: true, code: null });
    const ended = found
      ? { processId, status: 'exited' as const, exitCode: found.exitCode ?? null }
      : { processId, status: 'lost' as const, exitCode: null };
    return new RecordProcesses({ organizationId, sandboxId, generation, ended: [ended] });
  }

  giveUp({ payload }: SignalProcess, { code }: Failure): CommandMessage {
    return new RecordSignal({ ...told(payload), sent: false, code: code.slice(0, 80) });
  }
}
