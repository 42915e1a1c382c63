import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { deadLetterResolved, deadLetterUnreadable } from '../commands/rejections.js';
import {
  DeadLetterDetail,
  DeadLetterState,
  DeadLetterView,
  DiscardDeadLetter,
  Id64,
  ResolvedDeadLetter,
  RetryDeadLetter,
  text,
  Uuid,
} from '../contracts/index.js';
import { InspectorAccess } from '../history/inspector-access.js';
import { several } from '../history/several.js';
import { shownPage } from '../history/shown-page.js';
import { Allow } from '../http/access.js';
import type { Answer } from '../http/answer.js';
import { As, Asked } from '../http/asked.js';
import { Commands } from '../http/commands.js';
import { BodyOf, PathOf, QueryOf } from '../http/input.js';
import { pageOf, pageQuery, Pages } from '../http/pages.js';
import { Route } from '../http/route.js';
import { NotFound } from '../rejections/rejection.js';
import { aboutOf, DeadLetterReader, letterDetail, letterView, type LetterRow } from './dead-letter-reader.js';

export const DeadLetterPath = z.strictObject({
  deadLetterId: Uuid.meta({ description: 'The dead letter.', examples: ['0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11'] }),
});
export type DeadLetterPath = z.infer<typeof DeadLetterPath>;

export const DeadLetterQuery = pageQuery({
  state: several(DeadLetterState, 'Only letters in these states.', 'open'),
  module: several(z.string().max(40), 'Only letters of these modules.', 'organization'),
  organizationId: Id64.optional().meta({ description: 'Only letters of this organization.', examples: ['9919'] }),
});
export type DeadLetterQuery = z.infer<typeof DeadLetterQuery>;

export const DeadLetterPage = pageOf(DeadLetterView).meta({
  id: 'DeadLetterPage',
  description: 'Dead letters, newest first.',
  examples: [{ items: [], nextCursor: null }],
});

export const DiscardBody = z
  .strictObject({ reason: text(500).min(1).meta({ description: 'Why nothing more is done: 1 to 500 characters.' }) })
  .meta({
    id: 'DiscardBody',
    description: 'Why a dead letter is given up.',
    examples: [{ reason: 'Sent by mistake.' }],
  });
export type DiscardBody = z.infer<typeof DiscardBody>;

const Place = z.strictObject({ at: z.string(), id: Uuid });

/** What could not be handled, for admins of its organization and operators. */
@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly access: InspectorAccess,
    private readonly letters: DeadLetterReader,
    private readonly pages: Pages,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Allow({ administers: 'always', scope: 'organization:read' })
  @Route({
    operationId: 'listDeadLetters',
    tag: 'messaging',
    summary: 'List dead letters',
    description:
      'Commands, effects and reactions that could not be handled, newest first: those of the organizations that the ' +
      'caller administers; an operator sees all.',
    answers: { 200: DeadLetterPage },
  })
  async listDeadLetters(@QueryOf(DeadLetterQuery) query: DeadLetterQuery, @As() asked: Asked): Promise<Answer> {
    const organizations = await this.access.organizations(asked.caller, query.organizationId);
    const page = this.pages.open(asked, query, Place);
    const filter = { states: query.state ?? null, modules: query.module ?? null, organizations };
    const rows = await this.letters.page(filter, page.after, page.take);
    return shownPage(page, rows, letterView, ({ place, id }) => ({ at: place, id }));
  }

  @Get(':deadLetterId')
  @Allow({ administers: 'always', scope: 'organization:read' })
  @Route({
    operationId: 'getDeadLetter',
    tag: 'messaging',
    summary: 'Get a dead letter',
    description: 'One dead letter with its message; operators also see where it failed and what could not be read.',
    answers: { 200: DeadLetterDetail },
  })
  async getDeadLetter(@PathOf(DeadLetterPath) path: DeadLetterPath, @As() asked: Asked): Promise<DeadLetterDetail> {
    return letterDetail(await this.administered(path, asked), asked.caller.operator);
  }

  @Post(':deadLetterId/retry')
  @Allow({ administers: 'always', scope: 'organization:write' })
  @Route({
    operationId: 'retryDeadLetter',
    tag: 'messaging',
    summary: 'Retry a dead letter',
    description:
      'A command is sent again as a new one of the same sender, an effect is asked for again with renewed attempts and ' +
      'deadline, a reaction runs once more. A reaction that fails again leaves the letter `open`.',
    answers: { 200: ResolvedDeadLetter },
    problems: [deadLetterResolved, deadLetterUnreadable],
    command: RetryDeadLetter,
  })
  async retryDeadLetter(@PathOf(DeadLetterPath) path: DeadLetterPath, @As() asked: Asked): Promise<Answer> {
    await this.administered(path, asked);
    return this.commands.execute(asked, RetryDeadLetter, path);
  }

  @Post(':deadLetterId/discard')
  @Allow({ administers: 'always', scope: 'organization:write' })
  @Route({
    operationId: 'discardDeadLetter',
    tag: 'messaging',
    summary: 'Discard a dead letter',
    description: 'Nothing more is done about it; the outcome of its command becomes `discarded`.',
    answers: { 200: ResolvedDeadLetter },
    problems: [deadLetterResolved],
    command: DiscardDeadLetter,
  })
  async discardDeadLetter(
    @PathOf(DeadLetterPath) path: DeadLetterPath,
    @BodyOf(DiscardBody) body: DiscardBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    await this.administered(path, asked);
    return this.commands.execute(asked, DiscardDeadLetter, { ...path, ...body });
  }

  private async administered({ deadLetterId }: DeadLetterPath, { caller }: Asked): Promise<LetterRow> {
    const row = await this.letters.find(deadLetterId);
    if (!row) throw new NotFound('This dead letter');
    const entity = { module: row.module, entityId: aboutOf(row).entityId ?? '', organizationId: row.organization_id };
    await this.access.mustAdminister(caller, entity, 'This dead letter');
    return row;
  }
}
