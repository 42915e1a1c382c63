import {
  Allow,
  Answer,
  As,
  Asked,
  ask,
  BodyOf,
  Commands,
  Database,
  pageQuery,
  Pages,
  QueryOf,
  Route,
  TopicLog,
  topicPageOf,
} from '@foundry/messaging';
import { Id64, Uuid } from '@foundry/messaging/contracts';
import { OrganizationsOf } from '@foundry/organization/contracts';
import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { InboxCount, InboxItem, SetInboxDone } from '../contracts/index.js';
import { HiddenItems } from '../queries/hidden-items.js';
import { InboxPosition, inboxPositionOf, readItems } from '../rows/inbox-items.js';

const InboxList = pageQuery({
  state: z
    .enum(['open', 'done'])
    .default('open')
    .meta({ description: 'Open items, or those of the last 30 days that are done.', examples: ['open'] }),
  organizationId: Id64.optional().meta({ description: 'Only items of this organization.', examples: ['9919'] }),
});
type InboxList = z.infer<typeof InboxList>;

const InboxPage = topicPageOf(InboxItem).meta({
  id: 'InboxPage',
  description: 'Items of your inbox, the newest first.',
  examples: [{ items: [], nextCursor: null, topicVersion: 12 }],
});

const DoneBody = z
  .strictObject({
    items: z.array(Uuid).min(1).max(200).optional().meta({ description: 'Ids of items; others are left out.' }),
    all: z.literal(true).optional().meta({ description: 'Instead of ids: all that are open.' }),
    organizationId: Id64.optional().meta({ description: 'With `all`: only those of this organization.' }),
    done: z.boolean().meta({ description: 'False opens items again; only those that are named.' }),
  })
  .refine(({ items, all }) => (items === undefined) !== (all === undefined), 'must have either items or all')
  .refine(({ items, done }) => done || items !== undefined, { error: 'must name what to open again', path: ['items'] })
  .meta({
    id: 'SetInboxDoneBody',
    description: 'Items that are done, or not.',
    examples: [{ items: ['0190c6a0-0000-7000-8000-000000000003'], done: true }],
  });
type DoneBody = z.infer<typeof DoneBody>;

/** What the caller should know of. Items of organizations that they left, and about tasks that they may not see, are not there. */
@Controller('v1/me/inbox')
export class InboxController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
    private readonly database: Database,
    private readonly hidden: HiddenItems,
    private readonly pages: Pages,
    private readonly topics: TopicLog,
  ) {}

  @Get()
  @Allow({ scope: 'tasks:read' })
  @Route({
    operationId: 'listInbox',
    tag: 'user',
    summary: 'List your inbox',
    description: 'Items with their task and cause, the newest first. Items that are done stay for 30 days.',
    answers: { 200: InboxPage },
  })
  async list(@QueryOf(InboxList) query: InboxList, @As() asked: Asked): Promise<Answer> {
    const page = this.pages.open(asked, query, InboxPosition);
    const { actor, organizationId: reach } = asked.caller;
    const topic = `app:${actor.userId}`;
    const topicVersion = (await this.topics.versions([topic])).get(topic) ?? 0;
    const organizationIds = (await ask(this.queries, new OrganizationsOf(actor.userId)))
      .map(({ id }) => id)
      .filter((id) => (query.organizationId ?? id) === id && (reach ?? id) === id);
    const filter = { state: query.state, organizationIds, hiddenTasks: await this.hidden.of(actor.userId) };
    const rows = await readItems(this.database, actor.userId, filter, page.after, page.take);
    return page.of(rows, inboxPositionOf, { topicVersion });
  }

  @Post('done')
  @Allow({ scope: 'tasks:write' })
  @Route({
    operationId: 'setInboxDone',
    tag: 'user',
    summary: 'Mark items of your inbox done',
    description:
      'Up to 200 items by their ids, or all that are open. Named items can be opened again. Ids that are not yours are ' +
      'left out. A token for one organization reaches the items of that one.',
    answers: { 200: InboxCount },
    command: SetInboxDone,
  })
  done(@BodyOf(DoneBody) { items, organizationId, done }: DoneBody, @As() asked: Asked): Promise<Answer> {
    const { actor, organizationId: reach } = asked.caller;
    return this.commands.execute(asked, SetInboxDone, {
      userId: actor.userId,
      items: items ?? null,
      organizationId: reach ?? organizationId ?? null,
      done,
    });
  }
}
