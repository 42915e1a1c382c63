import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  CreateProcess,
  DeleteProcess,
  KillProcess,
  NoteExec,
  NoteTerminal,
  type ProcessView,
  RecordProcesses,
  RecordProcessStarted,
  RecordSetup,
  RecordSignal,
  SignalProcess,
  StartProcess,
  StopProcess,
} from '../contracts/index.js';
import { PROCESS_LIMIT } from '../domain/limits.js';
import { ProcessIdTaken, ProcessLimit, ProcessUnknown } from '../domain/rejections.js';
import { SandboxProcess } from '../domain/sandbox-process.entity.js';
import { workingFolder } from '../domain/working-folder.js';
import { keep, loadSandbox, personOf } from './keep.js';

const Count = z.array(z.object({ count: z.coerce.number() }));
const subject = (processId: string) => ({ type: 'process', id: processId });

async function loadProcess(tx: Tx, { sandboxId, processId }: { sandboxId: string; processId: string }) {
  const process = await tx.find(SandboxProcess, { processId, sandboxId });
  if (!process) throw new ProcessUnknown();
  return process;
}

@CommandHandler(CreateProcess)
export class CreateProcessHandler extends Handler<CreateProcess> {
  async handle({ payload }: CreateProcess, tx: Tx): Promise<ProcessView> {
    const { organizationId, sandboxId, processId, argv, env, tty } = payload;
    const sandbox = await loadSandbox(tx, payload);
    const cwd = workingFolder(payload.cwd);
    const known = await tx.find(SandboxProcess, { processId });
    if (known) {
      if (!known.isFor(sandboxId, argv, cwd)) throw new ProcessIdTaken();
      return known.view();
    }
    sandbox.mustBeReady();
    const [row] = Count.parse(
      await tx.sql`select count(*) as count from sandbox.processes where sandbox_id = ${sandboxId}
        and generation = ${sandbox.generation} and status in ('starting', 'running')`,
    );
    if ((row?.count ?? 0) >= PROCESS_LIMIT) throw new ProcessLimit(PROCESS_LIMIT);
    const { generation } = sandbox;
    const title = payload.title ?? argv.join(' ').slice(0, 80);
    const createdBy = personOf(tx);
    const origin = 'user' as const;
    const process = SandboxProcess.request(
      { processId, organizationId, sandboxId, generation, title, argv, cwd, tty, origin, createdBy },
      tx.now,
    );
    await tx.save(process);
    tx.perform(new StartProcess({ organizationId, sandboxId, generation, processId, argv, cwd, env, tty }));
    sandbox.tellProcess(process.view());
    await keep(tx, sandbox);
    tx.audit({ subject: subject(processId), taskId: sandbox.taskId, details: { argv: process.view().argv, cwd } });
    return process.view();
  }
}

async function signal(tx: Tx, payload: StopProcess['payload'], what: 'term' | 'kill'): Promise<ProcessView> {
  const { organizationId, sandboxId, processId, waitSeconds } = payload;
  const sandbox = await loadSandbox(tx, payload);
  const process = await loadProcess(tx, payload);
  sandbox.mustBeReady();
  const remoteId = process.signalled(what);
  const { generation } = process;
  await tx.save(process);
  tx.perform(
    new SignalProcess({ organizationId, sandboxId, generation, processId, remoteId, signal: what, waitSeconds }),
  );
  sandbox.tellProcess(process.view());
  await keep(tx, sandbox);
  return process.view();
}

@CommandHandler(StopProcess)
export class StopProcessHandler extends Handler<StopProcess> {
  handle({ payload }: StopProcess, tx: Tx): Promise<ProcessView> {
    return signal(tx, payload, 'term');
  }
}

@CommandHandler(KillProcess)
export class KillProcessHandler extends Handler<KillProcess> {
  handle({ payload }: KillProcess, tx: Tx): Promise<ProcessView> {
    return signal(tx, payload, 'kill');
  }
}

@CommandHandler(DeleteProcess)
export class DeleteProcessHandler extends Handler<DeleteProcess> {
  async handle({ payload }: DeleteProcess, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    const process = await loadProcess(tx, payload);
    process.mustHaveEnded();
    const view = process.view();
    await tx.remove(process);
    sandbox.tellProcess(view, true);
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(RecordProcessStarted)
export class RecordProcessStartedHandler extends Handler<RecordProcessStarted> {
  async handle({ payload }: RecordProcessStarted, tx: Tx): Promise<null> {
    const { outcome, generation } = payload;
    const sandbox = await loadSandbox(tx, payload);
    sandbox.mustBeGeneration(generation);
    const process = await loadProcess(tx, payload);
    if (outcome.kind === 'started') process.started(outcome.remoteId, outcome.pid);
    else process.ended('failed', null, tx.now, outcome.code);
    await tx.save(process);
    sandbox.tellProcess(process.view());
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(RecordProcesses)
export class RecordProcessesHandler extends Handler<RecordProcesses> {
  async handle({ payload }: RecordProcesses, tx: Tx): Promise<null> {
    const { sandboxId, generation, ended } = payload;
    const sandbox = await loadSandbox(tx, payload);
    sandbox.mustBeGeneration(generation);
    for (const { processId, status, exitCode } of ended) {
      const process = await tx.find(SandboxProcess, { processId, sandboxId });
      // Removed from the list, or ended, in the meantime.
      if (!process?.ended(status, exitCode, tx.now)) continue;
      await tx.save(process);
      sandbox.tellProcess(process.view());
    }
    await keep(tx, sandbox);
    return null;
  }
}

/** The watch sees what the signal did; only what could not be sent is worth a line of history. */
@CommandHandler(RecordSignal)
export class RecordSignalHandler extends Handler<RecordSignal> {
  handle(_command: RecordSignal, _tx: Tx): Promise<null> {
    return Promise.resolve(null);
  }
}

const SETUP = ['.foundry/setup'];

@CommandHandler(RecordSetup)
export class RecordSetupHandler extends Handler<RecordSetup> {
  async handle({ payload }: RecordSetup, tx: Tx): Promise<null> {
    const { organizationId, sandboxId, generation, processId, remoteId, pid } = payload;
    const sandbox = await loadSandbox(tx, payload);
    sandbox.mustBeGeneration(generation);
    if (await tx.find(SandboxProcess, { processId })) return null;
    const facts = { title: 'Setup', argv: SETUP, cwd: '.', tty: true, origin: 'setup' as const, createdBy: null };
    const process = SandboxProcess.request({ processId, organizationId, sandboxId, generation, ...facts }, tx.now);
    process.started(remoteId, pid);
    await tx.save(process);
    sandbox.tellProcess(process.view());
    await keep(tx, sandbox);
    return null;
  }
}

/** The entry of the audit log is all that is kept. */
@CommandHandler(NoteExec)
export class NoteExecHandler extends Handler<NoteExec> {
  async handle({ payload }: NoteExec, tx: Tx): Promise<null> {
    await loadSandbox(tx, payload);
    return null;
  }
}

@CommandHandler(NoteTerminal)
export class NoteTerminalHandler extends Handler<NoteTerminal> {
  async handle({ payload }: NoteTerminal, tx: Tx): Promise<null> {
    await loadSandbox(tx, payload);
    return null;
  }
}
