import { Allow, Answer, As, Asked, BodyOf, Commands, Database, PathOf, Route } from '@foundry/messaging';
import { Uuid } from '@foundry/messaging/contracts';
import { Controller, Get, Put } from '@nestjs/common';
import { z } from 'zod';
import { DraftContent, DraftScope, DraftView, SaveDraft } from '../contracts/index.js';
import { draftLimit, taskPutAway } from '../domain/state-rejections.js';
import { readDraft } from '../rows/drafts.js';
import { OwnTasks } from './own-tasks.js';

/** A command carries it, and so does a frame. */
const MOST_BYTES = 240 * 1024;

const DraftPath = z.strictObject({
  scope: DraftScope.meta({
    description: '`task:<task>:<session>`, `task:<task>:new` before there is a session, `organization:<id>:new-task`.',
    examples: ['organization:9919:new-task'],
  }),
});
type DraftPath = z.infer<typeof DraftPath>;

const DraftBody = z
  .strictObject({
    messageId: Uuid.meta({ description: 'Id that the message will have, drawn when typing began.' }),
    ...DraftContent.shape,
  })
  .refine((body) => Buffer.byteLength(JSON.stringify(body)) <= MOST_BYTES, 'must be at most 240 KiB as JSON')
  .meta({
    id: 'DraftBody',
    description: 'What is being written, whole. Empty: there is no draft any more.',
    examples: [
      {
        messageId: '0190c6a0-0000-7000-8000-000000000005',
        text: 'Please add a test for',
        attachments: [],
        form: null,
      },
    ],
  });
type DraftBody = z.infer<typeof DraftBody>;

/** What the caller is writing. Nobody else sees it, and it reaches every tab of theirs. */
@Controller('v1/me/drafts/:scope')
export class DraftsController {
  constructor(
    private readonly commands: Commands,
    private readonly tasks: OwnTasks,
    private readonly database: Database,
  ) {}

  @Get()
  @Allow({ scope: 'tasks:read' })
  @Route({
    operationId: 'getDraft',
    tag: 'user',
    summary: 'Show what you are writing in one place',
    description: 'The draft with its text. Where nothing is being written it is empty, with null as `messageId`.',
    answers: { 200: DraftView },
    versioned: true,
  })
  async show(@PathOf(DraftPath) { scope }: DraftPath, @As() asked: Asked): Promise<DraftView> {
    await this.tasks.organizationOf(asked, scope, false);
    return (await readDraft(this.database, asked.caller.actor.userId, scope)) ?? nothingAt(scope);
  }

  @Put()
  @Allow({ scope: 'tasks:write' })
  @Route({
    operationId: 'saveDraft',
    tag: 'user',
    summary: 'Save what you are writing',
    description:
      'Keeps the whole draft; the last one to arrive wins. Ignored when the message of this id was sent already. At most ' +
      '500 drafts. Not waited for; your own topic shows it.',
    answers: { 202: null },
    problems: [draftLimit, taskPutAway],
    command: SaveDraft,
  })
  async save(
    @PathOf(DraftPath) { scope }: DraftPath,
    @BodyOf(DraftBody) body: DraftBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const organizationId = await this.tasks.organizationOf(asked, scope, true);
    return this.commands.execute(asked, SaveDraft, {
      userId: asked.caller.actor.userId,
      organizationId,
      scope,
      ...body,
    });
  }
}

const nothingAt = (scope: string): DraftView => ({
  scope,
  messageId: null,
  text: '',
  attachments: [],
  form: null,
  updatedAt: null,
  version: 0,
});
