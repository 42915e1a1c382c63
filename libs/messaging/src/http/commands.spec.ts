import 'reflect-metadata';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  Controller,
  type ExecutionContext,
  Get,
  type INestApplication,
  Injectable,
  Module,
  Post,
  Put,
} from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { afterEach } from '@jest/globals';
import { z } from 'zod';
import { command } from '../contracts/index.js';
import { errorCode } from '../rejections/error-code.js';
import { Unavailable } from '../rejections/failures.js';
import { CommandSender } from '../sending/command-sender.js';
import {
  Allow,
  type Answer,
  type ApiRequest,
  As,
  Asked,
  BodyOf,
  Commands,
  IfMatch,
  PathOf,
  Problem,
  RestModule,
  Route,
} from './index.js';
import { FakeSender, handledWith } from '../testing/sending/fake-sender.js';

class RenameThing extends command({
  name: 'thing.rename',
  entity: 'thingId',
  payload: z.strictObject({ thingId: z.uuid(), name: z.string().max(10), expectedVersion: z.int().optional() }),
  audit: { none: 'private' },
}) {}

const ThingPath = z.strictObject({ thingId: z.uuid() });
type ThingPath = z.infer<typeof ThingPath>;
const NameBody = z.strictObject({ name: z.string() });
type NameBody = z.infer<typeof NameBody>;
const Thing = z.strictObject({ name: z.string() });
const thingTaken = errorCode({
  code: 'thing.name_taken',
  kind: 'conflict',
  title: 'The name is taken',
  meaning: 'Another thing has it.',
  remedy: 'Choose another.',
});
const told = { tag: 'things', summary: 'Rename', description: 'Renames.', command: RenameThing };

@Controller('v1/things')
@Allow({})
class ThingsController {
  constructor(private readonly commands: Commands) {}

  @Put(':thingId/name')
  @Route({ ...told, operationId: 'renameThing', answers: { 200: Thing }, problems: [thingTaken], versioned: true })
  rename(@PathOf(ThingPath) path: ThingPath, @BodyOf(NameBody) body: NameBody, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, RenameThing, { ...path, ...body });
  }

  @Post(':thingId/copy')
  @Route({ ...told, operationId: 'copyThing', answers: { 201: Thing } })
  copy(@PathOf(ThingPath) path: ThingPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(
      asked,
      RenameThing,
      { ...path, name: 'x' },
      {
        location: () => '/v1/things/2',
        body: (_result, replayed) => ({ secret: replayed ? null : 'shown once' }),
        pending: { thingId: path.thingId },
      },
    );
  }

  @Put(':thingId/later')
  @Route({ ...told, operationId: 'renameLater', answers: { 202: Thing } })
  later(@PathOf(ThingPath) path: ThingPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, RenameThing, { ...path, name: 'x' });
  }

  @Get('stuck')
  @Route({ operationId: 'getStuck', tag: 'things', summary: 'Hang', description: 'Hangs.', answers: { 200: Thing } })
  stuck(): Promise<unknown> {
    return new Promise(() => undefined);
  }

  @Put(':thingId/guarded')
  @Route({ ...told, operationId: 'renameGuarded', answers: { 204: null }, ifMatch: 'required' })
  guarded(@PathOf(ThingPath) path: ThingPath, @IfMatch() version: number | null, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, RenameThing, {
      ...path,
      name: 'x',
      ...(version ? { expectedVersion: version } : {}),
    });
  }
}

@Injectable()
class EverybodyIsAda {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const actor = { kind: 'user' as const, userId: '42', via: 'api_token' as const };
    request.caller = { actor, scopes: 'all', organizationId: null, operator: false };
    request.requestId = 'request-1';
    return true;
  }
}

const sender = new FakeSender();

@Module({ providers: [{ provide: CommandSender, useValue: sender }], exports: [CommandSender] })
class SenderModule {}

@Module({
  imports: [{ module: SenderModule, global: true }, RestModule.with(Buffer.alloc(32), 200)],
  controllers: [ThingsController],
  providers: [{ provide: APP_GUARD, useClass: EverybodyIsAda }],
})
class TestModule {}

const thing = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11';
let app: INestApplication;
let base: string;

beforeEach(async () => {
  sender.outcome = handledWith({ name: 'new', version: 3 });
  sender.failure = null;
  sender.sent.length = 0;
  app = await NestFactory.create(TestModule, { bodyParser: false, logger: false });
  await app.listen(0, '127.0.0.1');
  base = (await app.getUrl()) + '/v1/things/';
});
afterEach(() => app.close());

/** Only `name` takes a body. */
const send = (path: string, headers: Record<string, string> = {}, body: unknown = { name: 'new' }, method = 'PUT') =>
  fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(path.endsWith('/name') ? { body: JSON.stringify(body) } : {}),
  });
const problemOf = async (response: Response) => Problem.parse(await response.json());

describe('a route that sends a command', () => {
  it('answers what the handler returned, with the version as ETag', async () => {
    const response = await send(`${thing}/name`);
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe('"3"');
    expect(await response.json()).toEqual({ name: 'new', version: 3 });
    expect(sender.sent[0]).toMatchObject({ waitMs: 10_000, context: { actor: { userId: '42' } } });
  });

  it('waits as long as Prefer says and says so', async () => {
    const response = await send(`${thing}/name`, { prefer: 'respond-async, wait=3' });
    expect(response.headers.get('preference-applied')).toBe('wait=3');
    expect(sender.sent[0]?.waitMs).toBe(3000);
  });

  it('answers 202 with the place to look when it is not settled in time', async () => {
    sender.outcome = 'never';
    const response = await send(`${thing}/copy`, {}, {}, 'POST');
    const answer = z.looseObject({ commandId: z.uuid() }).parse(await response.json());
    const statusUrl = `/v1/commands/${answer.commandId}`;
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe(statusUrl);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(answer).toEqual({ commandId: answer.commandId, code: 'command.pending', statusUrl, thingId: thing });
  });

  it.each([`${thing}/later`, `${thing}/name`])('does not wait at %s when asked not to', async (path) => {
    const response = await send(path, { prefer: 'respond-async' });
    expect(response.status).toBe(202);
    expect(response.headers.get('preference-applied')).toBe('respond-async');
    expect(sender.sent[0]?.waitMs).toBeNull();
  });

  it('never waits when the route says 202 alone', async () => {
    expect((await send(`${thing}/later`)).status).toBe(202);
    expect(sender.sent[0]?.waitMs).toBeNull();
  });

  it.each([
    ['invalid', 'thing.odd', 422],
    ['forbidden', 'thing.odd', 403],
    ['missing', 'thing.odd', 404],
    ['conflict', 'thing.odd', 409],
    ['limited', 'thing.odd', 429],
    ['conflict', 'version.conflict', 412],
    ['conflict', 'deadLetter.resolved', 409],
  ] as const)('answers a rejection of kind %s with code %s as %i', async (kind, code, status) => {
    sender.outcome = { outcome: 'rejected', code, kind, message: 'No.', result: { current: { version: 4 }, row: 'x' } };
    const response = await send(`${thing}/name`);
    const problem = await problemOf(response);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(problem).toMatchObject({ status, detail: 'No.', current: { version: 4 }, commandId: expect.any(String) });
    expect(problem.code).toBe(code.replace('deadLetter', 'dead_letter'));
    expect(problem).not.toHaveProperty('row');
  });

  it('takes the title of a code from its declaration', async () => {
    sender.outcome = { outcome: 'rejected', code: thingTaken.code, kind: 'conflict', message: 'No.', result: null };
    expect(await problemOf(await send(`${thing}/name`))).toMatchObject({
      title: 'The name is taken',
      type: '/docs/errors/thing.name_taken',
      requestId: 'request-1',
    });
  });

  it.each([
    ['expired', null, 409, 'command.expired'],
    ['cancelled', null, 409, 'command.cancelled'],
    ['dead', 'unavailable', 503, 'service.unavailable'],
    ['dead', 'internal', 500, 'service.failed'],
    ['discarded', 'internal', 500, 'service.failed'],
  ] as const)('answers the outcome %s (%s) as %i', async (outcome, code, status, shown) => {
    sender.outcome = { outcome, code, kind: null, message: 'select secret from x', result: null };
    const problem = await problemOf(await send(`${thing}/name`));
    expect(problem).toMatchObject({ status, code: shown });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it('answers 503 with Retry-After when nothing can be stored', async () => {
    sender.failure = new Unavailable('database');
    const response = await send(`${thing}/name`);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
  });

  it('answers a repeat under the same key as the first, and hides the secret', async () => {
    const keyed = { 'idempotency-key': 'once' };
    const first = await send(`${thing}/copy`, keyed, {}, 'POST');
    const second = await send(`${thing}/copy`, keyed, {}, 'POST');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.headers.get('location')).toBe('/v1/things/2');
    expect([first.headers.get('idempotent-replayed'), second.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect([await first.json(), await second.json()]).toEqual([{ secret: 'shown once' }, { secret: null }]);
  });

  it('refuses a key that was used for another body', async () => {
    const keyed = { 'idempotency-key': 'twice' };
    await send(`${thing}/name`, keyed, { name: 'a' });
    expect(await problemOf(await send(`${thing}/name`, keyed, { name: 'b' }))).toMatchObject({
      status: 422,
      code: 'idempotency.key_reused',
    });
  });

  it.each(['', 'x'.repeat(201), 'grün'])('refuses the key %j', async (key) => {
    const problem = await problemOf(await send(`${thing}/name`, { 'idempotency-key': key }));
    expect(problem).toMatchObject({ status: 400, code: 'idempotency.key_invalid' });
  });

  it('refuses a payload that its command does not take, with the field', async () => {
    const problem = await problemOf(await send(`${thing}/name`, {}, { name: 'far too long for it' }));
    expect(problem).toMatchObject({ status: 422, code: 'request.invalid', errors: [{ pointer: '/name' }] });
    expect(sender.sent).toEqual([]);
  });

  it('says 503 when a route does not answer in time', async () => {
    const problem = await problemOf(await fetch(`${base}stuck`));
    expect(problem).toMatchObject({ status: 503, code: 'service.unavailable' });
  });

  it('needs If-Match where the route says so, and passes the version on', async () => {
    expect(await problemOf(await send(`${thing}/guarded`))).toMatchObject({ status: 428, code: 'version.required' });
    expect(await problemOf(await send(`${thing}/guarded`, { 'if-match': 'seven' }))).toMatchObject({
      status: 422,
      errors: [{ pointer: 'header:If-Match' }],
    });
    expect((await send(`${thing}/guarded`, { 'if-match': '"7"' })).status).toBe(204);
    expect(sender.sent[0]?.command.payload).toMatchObject({ expectedVersion: 7 });
  });
});
