import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { EntityRef, HistoryItem, Outcome, PendingView } from '../contracts/index.js';
import { Allow } from '../http/access.js';
import type { Answer } from '../http/answer.js';
import { As, Asked } from '../http/asked.js';
import { PathOf, QueryOf } from '../http/input.js';
import { pageOf, pageQuery, Pages } from '../http/pages.js';
import { Route } from '../http/route.js';
import { Registry } from '../registry/registry.js';
import { EffectReader } from './effect-reader.js';
import { effectView } from './effect-rows.js';
import { EntityHistoryReader } from './entity-history-reader.js';
import { historyItem } from './history-rows.js';
import { InspectorAccess } from './inspector-access.js';
import { pendingCommand, PendingReader } from './pending-reader.js';
import { several } from './several.js';
import { shownPage } from './shown-page.js';

const Kind = z.enum(['command', 'event', 'effect']);

export const HistoryQuery = pageQuery({
  kind: several(Kind, 'Only these kinds of message.', 'command'),
  outcome: several(Outcome, 'Only commands that ended so.', 'rejected'),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

export const HistoryPage = pageOf(HistoryItem).meta({
  id: 'HistoryPage',
  description: 'Messages of an entity, newest first.',
  examples: [{ items: [], nextCursor: null }],
});

/** What an entity was sent, told and asked for, for whoever may read it. */
@Controller('v1/inspector/entities/:module/:entityId')
export class EntitiesController {
  constructor(
    private readonly access: InspectorAccess,
    private readonly history: EntityHistoryReader,
    private readonly pending: PendingReader,
    private readonly effects: EffectReader,
    private readonly registry: Registry,
    private readonly pages: Pages,
  ) {}

  @Get('history')
  @Allow({})
  @Route({
    operationId: 'listEntityHistory',
    tag: 'messaging',
    summary: 'List what happened to an entity',
    description:
      'Commands, events and effects of one entity, newest first, each with its state and times. For everybody who may ' +
      'read the entity; payloads are shown to admins of its organization only.',
    answers: { 200: HistoryPage },
  })
  async listEntityHistory(
    @PathOf(EntityRef) path: EntityRef,
    @QueryOf(HistoryQuery) query: HistoryQuery,
    @As() asked: Asked,
  ): Promise<Answer> {
    const { entity, isAdmin } = await this.access.entity(asked.caller, path);
    const page = this.pages.open(asked, query, z.string());
    const filter = { kinds: query.kind ?? null, outcomes: query.outcome ?? null };
    const rows = await this.history.page(entity, filter, page.after, page.take);
    return shownPage(
      page,
      rows,
      (row) => historyItem(row, isAdmin),
      ({ seq }) => seq,
    );
  }

  @Get('pending')
  @Allow({})
  @Route({
    operationId: 'getPending',
    tag: 'messaging',
    summary: 'Get what an entity waits for',
    description:
      'Commands that have no outcome and effects that have not ended, with step, attempt, deadline, next try, and what ' +
      'the caller may do with them. For everybody who may read the entity.',
    answers: { 200: PendingView },
  })
  async getPending(@PathOf(EntityRef) path: EntityRef, @As() asked: Asked): Promise<PendingView> {
    const { caller } = asked;
    const { entity, isAdmin } = await this.access.entity(caller, path);
    const [commands, effects] = await Promise.all([this.pending.commands(entity), this.effects.ofEntity(entity)]);
    const mayAct = isAdmin || caller.operator;
    return {
      commands: commands.map((row) =>
        pendingCommand(row, mayAct || (row.actor.kind === 'user' && row.actor.userId === caller.actor.userId)),
      ),
      effects: effects.map((row) => effectView(row, this.registry, mayAct)),
    };
  }
}
