import {
  Allow,
  Answer,
  As,
  Asked,
  BodyOf,
  Commands,
  PathOf,
  pageOf,
  pageQuery,
  Pages,
  QueryOf,
  Route,
} from '@foundry/messaging';
import { command, Id64 } from '@foundry/messaging/contracts';
import { Controller, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';

export class RenameThing extends command({
  name: 'thing.rename',
  entity: 'thingId',
  organization: 'organizationId',
  payload: z.strictObject({ organizationId: Id64, thingId: z.uuid(), name: z.string().max(100) }),
  audit: { none: 'private' },
}) {}

const ThingPath = z.strictObject({ organizationId: Id64, thingId: z.uuid() });
type ThingPath = z.infer<typeof ThingPath>;
const OrganizationPath = z.strictObject({ organizationId: Id64 });
type OrganizationPath = z.infer<typeof OrganizationPath>;
const ThingName = z
  .strictObject({
    name: z
      .string()
      .max(100)
      .meta({ description: 'What it is called.', examples: ['lamp'] }),
    more: z.unknown().meta({ description: 'Anything, so that depth can be tried.', examples: [null] }),
  })
  .partial({ more: true })
  .meta({ id: 'ThingName', description: 'A name for a thing.', examples: [{ name: 'lamp' }] });
type ThingName = z.infer<typeof ThingName>;
const Thing = z
  .object({ name: z.string(), version: z.int() })
  .meta({ id: 'Thing', description: 'A thing.', examples: [{ name: 'lamp', version: 1 }] });
const ThingPage = pageOf(z.int()).meta({
  id: 'ThingPage',
  description: 'Numbers.',
  examples: [{ items: [1], nextCursor: null }],
});
const ThingList = pageQuery({
  colour: z
    .enum(['red', 'blue'])
    .optional()
    .meta({ description: 'Only these.', examples: ['red'] }),
});
type ThingList = z.infer<typeof ThingList>;

const NUMBERS = Array.from({ length: 7 }, (_, index) => index + 1);
const told = { tag: 'things', description: 'For tests.' };

/** Routes of a module that exists in tests only. */
@Controller('v1/organizations/:organizationId/things')
export class ThingsController {
  constructor(
    private readonly commands: Commands,
    private readonly pages: Pages,
  ) {}

  @Put(':thingId/name')
  @Allow({ role: 'member', scope: 'organization:write' })
  @Route({
    ...told,
    operationId: 'renameThing',
    summary: 'Rename a thing',
    answers: { 200: Thing },
    command: RenameThing,
  })
  rename(@PathOf(ThingPath) path: ThingPath, @BodyOf(ThingName) body: ThingName, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, RenameThing, { ...path, name: body.name });
  }

  @Post()
  @Allow({ role: 'member', scope: 'organization:write' })
  @Route({
    ...told,
    operationId: 'createThing',
    summary: 'Create a thing',
    answers: { 201: Thing },
    direct: { reason: 'There is no worker in these tests.', audit: 'none' },
  })
  create(@PathOf(OrganizationPath) _path: OrganizationPath): Answer {
    return new Answer(201, { name: 'lamp', version: 1 });
  }

  @Get()
  @Allow({ scope: 'organization:read' })
  @Route({ ...told, operationId: 'listThings', summary: 'List things', answers: { 200: ThingPage } })
  list(@PathOf(OrganizationPath) _path: OrganizationPath, @QueryOf(ThingList) query: ThingList, @As() asked: Asked) {
    const page = this.pages.open(asked, query, z.int());
    const rows = NUMBERS.filter((number) => number > (page.after ?? 0)).slice(0, page.take);
    return page.of(rows, (number) => number);
  }

  @Get(':thingId')
  @Allow({ role: 'admin', operator: true })
  @Route({ ...told, operationId: 'getThing', summary: 'Show a thing', answers: { 200: Thing }, versioned: true })
  get(@PathOf(ThingPath) { thingId }: ThingPath) {
    if (thingId.endsWith('0')) throw new Error('select secret from password');
    return { name: 'lamp', version: 7 };
  }
}
