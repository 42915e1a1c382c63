import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { commandSettled, commandStarted } from '../commands/rejections.js';
import { CancelCommand, CancelledCommand, ChainView, CommandView, Uuid } from '../contracts/index.js';
import { Allow } from '../http/access.js';
import { Answer } from '../http/answer.js';
import { As, Asked } from '../http/asked.js';
import { Commands } from '../http/commands.js';
import { PathOf } from '../http/input.js';
import { Route } from '../http/route.js';
import { CommandSender } from '../sending/command-sender.js';
import { ChainReader, treeOf } from './chain-reader.js';
import { CommandReader, commandView } from './command-reader.js';
import { InspectorAccess } from './inspector-access.js';

export const CommandPath = z.strictObject({
  commandId: Uuid.meta({ description: 'The command.', examples: ['0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11'] }),
});
export type CommandPath = z.infer<typeof CommandPath>;

/** Where a 202 leads to: what became of a command. */
@Controller('v1/commands')
export class CommandsController {
  constructor(
    private readonly reader: CommandReader,
    private readonly chains: ChainReader,
    private readonly access: InspectorAccess,
    private readonly sender: CommandSender,
    private readonly commands: Commands,
  ) {}

  @Get(':commandId')
  @Allow({ administers: 'unless_sent' })
  @Route({
    operationId: 'getCommand',
    tag: 'messaging',
    summary: 'Get a command',
    description:
      'What became of a command: how far it is, how it ended, and what it waits for. For its sender, admins of its ' +
      'organization and operators. With `Prefer: wait=n` it waits up to n seconds (1 to 10) for the outcome.',
    answers: { 200: CommandView },
    waits: true,
    headers: { 'Retry-After': 'Seconds after which to ask again, while the command has no outcome.' },
  })
  async getCommand(@PathOf(CommandPath) { commandId }: CommandPath, @As() asked: Asked): Promise<Answer> {
    const first = await this.reader.find(commandId);
    const { isAdmin } = await this.access.command(asked.caller, first);
    const row = first?.settled_at === null ? await this.afterWaiting(commandId, asked) : first;
    if (!row) throw new Error(`Command ${commandId} was there and is not any more.`);
    const { preference } = asked;
    return new Answer(200, commandView(row, { withPayload: isAdmin, mayCancel: true }), {
      ...(row.settled_at === null ? { 'Retry-After': '1' } : {}),
      ...(preference.asked && preference.applied !== null ? { 'Preference-Applied': preference.applied } : {}),
    });
  }

  @Get(':commandId/chain')
  @Allow({ administers: 'unless_sent' })
  @Route({
    operationId: 'getCommandChain',
    tag: 'messaging',
    summary: 'Get everything a request began',
    description:
      'The tree that the command is part of, from its root: commands, events and effects with state, time and depth. ' +
      'For those who may see the command; steps of organizations that the caller may not read are left out. At most ' +
      '500 steps, then `truncated`.',
    answers: { 200: ChainView },
  })
  async getCommandChain(@PathOf(CommandPath) { commandId }: CommandPath, @As() asked: Asked): Promise<ChainView> {
    const { command } = await this.access.command(asked.caller, await this.reader.find(commandId));
    const { steps, truncated } = await this.chains.steps(command.correlation_id);
    const entities = steps.map((step) => ({
      module: step.module,
      entityId: step.entity_id,
      organizationId: step.organization_id,
    }));
    const readable = await this.access.readable(asked.caller, command.organization_id, entities);
    const shown = steps.filter(({ organization_id }) => organization_id === null || readable.has(organization_id));
    return { correlationId: command.correlation_id, nodes: treeOf(shown), truncated };
  }

  @Post(':commandId/cancel')
  @Allow({ administers: 'unless_sent', scope: 'tasks:write' })
  @Route({
    operationId: 'cancelCommand',
    tag: 'messaging',
    summary: 'Cancel a command that has not begun',
    description:
      'A command that no worker has begun gets the outcome `cancelled` and is never handled. For its sender, admins of ' +
      'its organization and operators.',
    answers: { 200: CancelledCommand },
    problems: [commandStarted, commandSettled],
    command: CancelCommand,
  })
  async cancelCommand(@PathOf(CommandPath) { commandId }: CommandPath, @As() asked: Asked): Promise<Answer> {
    await this.access.command(asked.caller, await this.reader.find(commandId));
    return this.commands.execute(asked, CancelCommand, { commandId });
  }

  private async afterWaiting(commandId: string, { preference }: Asked) {
    if (preference.asked) await this.sender.settled(commandId, preference.waitMs);
    return this.reader.find(commandId);
  }
}
