import { randomUUID } from 'node:crypto';
import { CommandSender } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import {
  HoldSandbox,
  NoteTerminal,
  type OpenTerminal,
  ReleaseHold,
  SandboxAccess,
  TerminalDoor,
  type TerminalVisitor,
} from '../contracts/index.js';
import { ProcessRows } from '../queries/process-rows.js';
import { SandboxRights } from '../http/sandbox-rights.js';

const HELD_MS = 2 * 60_000;

@Injectable()
export class MachineTerminalDoor extends TerminalDoor {
  constructor(
    private readonly rights: SandboxRights,
    private readonly processes: ProcessRows,
    private readonly access: SandboxAccess,
    private readonly sender: CommandSender,
  ) {
    super();
  }

  async open(visitor: TerminalVisitor, sandboxId: string, processId: string): Promise<OpenTerminal | null> {
    const found = await this.find(visitor, sandboxId);
    const process = found && (await this.processes.find(sandboxId, processId));
    if (!found || !process) return null;
    const { sandbox, mayAct } = found;
    const { organizationId, taskId } = sandbox;
    const connection = await this.access.terminal({ sandboxId, generation: process.generation }, processId);
    const by = { actor: visitor.actor };
    await this.sender.send([new NoteTerminal({ organizationId, sandboxId, processId, taskId })], by);
    const holdId = `terminal:${randomUUID()}`;
    return {
      connection,
      mayType: mayAct,
      rights: async () => {
        const now = await this.find(visitor, sandboxId);
        return now && { mayType: now.mayAct };
      },
      keep: async () => {
        const until = new Date(Date.now() + HELD_MS).toISOString();
        await this.sender.send([new HoldSandbox({ organizationId, sandboxId, holdId, kind: 'terminal', until })], by);
      },
      leave: async () => {
        connection.close();
        await this.sender.send([new ReleaseHold({ organizationId, sandboxId, holdId })], by);
      },
    };
  }

  /** A token that may only read sees output; one without tasks sees nothing. */
  private async find(visitor: TerminalVisitor, sandboxId: string) {
    const { scopes } = visitor;
    if (scopes !== 'all' && !scopes.includes('tasks:read') && !scopes.includes('tasks:write')) return null;
    const found = await this.rights.find(visitor, sandboxId);
    const mayAct = found?.mayAct === true && (scopes === 'all' || scopes.includes('tasks:write'));
    return found && { ...found, mayAct };
  }
}
