import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type Seen, seen } from './answers.js';
import { addressOf, ask, ofBrowser, type Wanted } from './asking.js';
import type { Ids } from './furniture.js';
import {
  changes,
  namedOperations,
  ofOrganization,
  type Operation,
  OPERATIONS,
  PROVED_ELSEWHERE,
} from './operations.js';
import { EVERY_SCOPE, type Name, RIVAL, World } from './world.js';

/*
 * Every operation of docs/openapi.json is tried with everything that has to be refused. Nothing here lists routes: a new
 * one is tried as soon as it is in the document, and fails where it cannot be.
 */

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.stop());

const closed = ({ role }: Operation): boolean => role !== 'public';
const byToken = (operation: Operation): boolean => closed(operation) && !operation.sessionOnly;

/** What somebody with every right in Acme sends, by token where tokens may. */
async function as(name: Name, operation: Operation, label: string): Promise<Record<string, string>> {
  const person = world.people[name];
  return operation.sessionOnly ? ofBrowser(person.browser) : { authorization: await person.token(label) };
}

async function asked(operation: Operation, wanted: Partial<Wanted> = {}, ids: Ids = world.own): Promise<Seen> {
  const address = wanted.address ?? addressOf(operation, ids);
  return seen(operation, await ask(world.foundry.base, operation, { ids, ...wanted, address }));
}

/** Asks, and expects to be refused so, with nothing written. */
async function refused(
  expected: [status: number, ...codes: string[]],
  operation: Operation,
  wanted: Partial<Wanted>,
  ids?: Ids,
): Promise<Seen> {
  const before = await world.written();
  const answer = await asked(operation, wanted, ids);
  const [status, ...codes] = expected;
  expect({ status: answer.status, code: answer.code, text: answer.text }).toMatchObject({ status });
  if (codes.length > 0) expect(codes).toContain(answer.code);
  expect(await world.written()).toEqual(before);
  return answer;
}

it('knows a thing for every path parameter, so that each operation can be tried', () => {
  const faults = OPERATIONS.flatMap((operation) => {
    try {
      addressOf(operation, world.own);
      addressOf(operation, world.foreign);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
  expect(faults).toEqual([]);
  expect(OPERATIONS.length).toBeGreaterThan(50);
});

describe('who has no good credentials', () => {
  const routes = namedOperations(closed);

  it.each(routes)('is nobody to %s', async (_name, operation) => {
    if (operation.signedOutToo) {
      const { status, code } = await asked(operation);
      expect(status < 400 || code === 'auth.signed_out').toBe(true);
      return;
    }
    const answer = await refused([401, 'auth.signed_out'], operation, {});
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    await refused([401, 'auth.signed_out'], operation, { headers: { cookie: `foundry_session=${'x'.repeat(43)}` } });
  });

  it.each(routes)('cannot use a token that is none on %s', async (_name, operation) => {
    const { cookie = '' } = ofBrowser(world.people.ana.browser);
    for (const authorization of [`Bearer fdy_${'0'.repeat(49)}`, 'Bearer x', 'Basic YTpi', 'Bearer']) {
      await refused([401, 'token.invalid'], operation, { headers: { authorization, cookie } });
    }
  });

  it('cannot use a token after its last day', async () => {
    const { secret, tokenId } = await world.people.ana.created({ name: 'of yesterday', scopes: EVERY_SCOPE });
    await world.foundry
      .sql`update "user".api_tokens set expires_at = now() - interval '1 s' where token_id = ${tokenId}`;
    for (const operation of OPERATIONS.filter(closed)) {
      await refused([401, 'token.expired'], operation, { headers: { authorization: `Bearer ${secret}` } });
    }
  });
});

describe('a token', () => {
  const scoped = (operation: Operation) => closed(operation) && (operation.sessionOnly || operation.scope !== null);

  it.each(namedOperations(scoped))('without the right does not open %s', async (_name, operation) => {
    const others = EVERY_SCOPE.filter((scope) => operation.sessionOnly || scope !== operation.scope);
    const authorization = await world.people.ana.token('without', others);
    await refused([403, 'token.scope_missing'], operation, { headers: { authorization } });
  });

  it.each(namedOperations((operation) => ofOrganization(operation) && byToken(operation)))(
    'of another organization does not open %s',
    async (_name, operation) => {
      const authorization = await world.people.olga.token('elsewhere', EVERY_SCOPE, RIVAL);
      await refused([404, 'resource.not_found'], operation, { headers: { authorization } });
    },
  );
});

describe('somebody whose role is too low', () => {
  const has = (operation: Operation) => operation.codes.get(403)?.includes('role.too_low') === true;
  const whoIsTooLow = ({ role }: Operation): Name => {
    if (role === 'operator' || role === 'owner') return 'adi';
    return role === 'member' ? 'vi' : 'mo';
  };

  it.each(namedOperations(has))('is refused at %s', async (_name, operation) => {
    const name = whoIsTooLow(operation);
    const headers = await as(name, operation, 'too low');
    const before = await world.written();
    const answer = await asked(operation, { headers });
    expect([answer.status, answer.code]).toEqual([403, 'role.too_low']);
    if (answer.commandId === null) expect(await world.written()).toEqual(before);
    else await toldOfRefusal(operation, answer.commandId);
  });

  async function toldOfRefusal(operation: Operation, commandId: string): Promise<void> {
    await eventually(async () => {
      const entries = await world.foundry.sql`
        select kind, outcome, code from audit_log.entries where command_id = ${commandId}`;
      expect(entries).toEqual([{ kind: operation.audit, outcome: 'refused', code: 'role.too_low' }]);
    });
  }

  it('leaves one entry of a refused export', async () => {
    const exporting = OPERATIONS.filter(({ id }) => id === 'exportAudit');
    expect(exporting).toHaveLength(1);
    const entries = () => world.foundry.sql`
      select actor_id, kind, outcome, code, subject_id from audit_log.entries
      where kind = 'audit.exported' and actor_id = '104'`;
    for (const operation of exporting) {
      const headers = await as('vi', operation, 'export');
      await asked(operation, { headers });
      await eventually(async () => {
        expect(await entries()).toEqual([
          { actor_id: '104', kind: 'audit.exported', outcome: 'refused', code: 'role.too_low', subject_id: '1001' },
        ]);
      });
    }
  });
});

describe("another organization's ids", () => {
  /** The operation's parameters that name a thing, each put in place of an own one. */
  const things = namedOperations((operation) => closed(operation) && operation.pathParameters.length > 0).flatMap(
    ([name, operation]) =>
      operation.pathParameters
        // the name of a variable is its organization's own: one that is not there is made
        .filter((parameter) => parameter !== 'module' && !(parameter === 'name' && operation.method === 'PUT'))
        .map((parameter): [string, string, Operation] => [name, parameter, operation]),
  );

  it.each(things)('are not found at %s in {%s}', async (_name, parameter, operation) => {
    // numbers of a chain and people mean the same in every organization; one that Acme does not have stands for them
    const own = `${operation.id}.${parameter}`;
    const foreign = world.foreign[own] ?? world.foreign[parameter] ?? '';
    const stranger = { seq: '999999', userId: world.people.otto.userId, name: 'NOT_SET' }[parameter] ?? foreign;
    const headers = await as('ana', operation, 'foreign');
    const before = await world.written();
    const answer = await asked(operation, { headers }, { ...world.own, [own]: stranger });
    expect([answer.status, answer.code]).toEqual([404, expect.stringMatching(/^resource\.not_found$|^\w+\.unknown$/)]);
    if (answer.commandId === null) expect(await world.written()).toEqual(before);
    else expect(await effectsOf(answer.commandId)).toEqual([]);
    expect(answer.text).not.toContain('rival');
  });

  it.each(namedOperations(ofOrganization))('open nothing to a stranger at %s', async (_name, operation) => {
    const headers = await as('otto', operation, 'stranger');
    const known = await refused([404, 'resource.not_found'], operation, { headers });
    const unknown = await refused(
      [404, 'resource.not_found'],
      operation,
      { headers },
      { ...world.own, organizationId: '777' },
    );
    const shown = ({ text }: Seen) => text.replaceAll(/"requestId":"[^"]+"/g, '');
    expect(shown(known)).toBe(shown(unknown));
  });

  it.each(namedOperations(ofOrganization))(
    'are no ids at all when they are malformed, at %s',
    async (_name, operation) => {
      for (const parameter of operation.pathParameters) {
        for (const bad of ['not!an!id', '0', '-1', '1e3', '9223372036854775808', 'x'.repeat(300), ' ', "1'or'1'='1"]) {
          const headers = await as('ana', operation, `bad ${parameter}`);
          const answer = await asked(operation, { headers }, { ...world.own, [parameter]: bad });
          // what has the form of an id may come as far as its handler
          expect([bad, answer.status, answer.commandId === null || bad.length === 19]).toEqual([bad, 404, true]);
        }
        const address = addressOf(operation, { ...world.own, [parameter]: 'BAD' }).replace('BAD', '%zz');
        await refused([404], operation, { headers: await as('ana', operation, `bad ${parameter}`), address });
      }
    },
  );

  const effectsOf = (commandId: string) => world.foundry.sql`
    select 1 from messaging.outbox where causation_id = ${commandId} and name <> 'audit-log.append'`;
});

describe('a request that is not valid', () => {
  it.each(namedOperations(closed))('for an unknown query field is refused by %s', async (_name, operation) => {
    const headers = await as('ana', operation, 'query');
    const operator = { headers: await as('olga', operation, 'query') };
    const who = operation.role === 'operator' ? operator : { headers };
    const address = `${addressOf(operation, world.own)}?colour=red`;
    const answer = await refused([422, 'request.invalid'], operation, { ...who, address });
    expect(answer.body).toMatchObject({ errors: [{ pointer: 'query:colour', code: 'unknown_field' }] });
  });

  const writing = namedOperations((operation) => closed(operation) && changes(operation));

  it.each(writing)('for its body is refused by %s', async (_name, operation) => {
    const headers = await as('ana', operation, 'body');
    const example: unknown = operation.takesBody ? operation.body : {};
    const fields = z.record(z.string(), z.unknown()).parse(example);
    const bad: [string, [number, string]][] = [
      [JSON.stringify({ ...fields, colour: 'red' }), [422, 'request.invalid']],
      ['[]', [422, 'request.invalid']],
      ['null', [422, 'request.invalid']],
      ['"text"', [422, 'request.invalid']],
      ['{"a":"\\u0000"}', [422, 'request.invalid']],
      [`${'['.repeat(21)}${']'.repeat(21)}`, [422, 'request.invalid']],
      ['{"a":', [400, 'request.malformed']],
      [`{"a":"${'x'.repeat(10_000_000)}"}`, [413, 'request.too_large']],
    ];
    for (const [body, expected] of bad) await refused(expected, operation, { headers, body });
    if (operation.takesBody)
      await refused([400, 'request.malformed'], operation, {
        headers: { ...headers, 'content-type': 'application/json' },
        body: '',
      });
  });

  it.each(writing)('for its content type is refused by %s', async (_name, operation) => {
    const headers = await as('ana', operation, 'type');
    // by cookie, another content type is first of all what a foreign page could send
    const expected: [number, string] = operation.sessionOnly ? [403, 'csrf.refused'] : [415, 'request.media_type'];
    const body = operation.takesBody ? JSON.stringify(operation.body) : '{}';
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      await refused(expected, operation, { headers: { ...headers, 'content-type': type }, body });
    }
    await refused([415, 'request.media_type'], operation, {
      headers: { ...headers, 'content-encoding': 'gzip' },
      body,
    });
  });

  it.each(namedOperations(({ takesBody, command }) => takesBody && command !== null))(
    'for every field of a wrong kind is refused by %s',
    async (_name, operation) => {
      const headers = await as('ana', operation, 'kinds');
      for (const field of Object.keys(z.record(z.string(), z.unknown()).parse(operation.body))) {
        for (const value of [{ deep: { er: 1 } }, -1, '\u202e', 'x'.repeat(100_000)]) {
          const body = JSON.stringify({ ...z.record(z.string(), z.unknown()).parse(operation.body), [field]: value });
          const answer = await asked(operation, { headers: { ...headers, prefer: 'respond-async' }, body });
          expect(answer.status === 422 || answer.status === 202).toBe(true);
        }
      }
    },
  );
});

describe('an address', () => {
  it('that no route has is not found, whoever asks', async () => {
    const authorization = await world.people.ana.token('addresses');
    for (const operation of OPERATIONS) {
      const address = `${addressOf(operation, world.own)}/nothing/at/all`;
      for (const headers of [{}, { authorization }]) {
        const response = await fetch(world.foundry.base + address, { method: operation.method, headers });
        expect([address, response.status, await codeOf(response)]).toEqual([address, 404, 'route.not_found']);
      }
    }
  });

  it('says which methods it takes', async () => {
    for (const path of new Set(OPERATIONS.map((operation) => operation.path))) {
      const known = OPERATIONS.filter((operation) => operation.path === path);
      const [first] = known;
      if (!first) throw new Error('unreachable');
      const taken = OPERATIONS.filter((operation) => fits(operation.path, path)).map(({ method }) => method);
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !taken.includes(one))) {
        const response = await fetch(world.foundry.base + addressOf(first, world.own), { method });
        expect([method, path, response.status, await codeOf(response)]).toEqual([
          method,
          path,
          405,
          'route.method_not_allowed',
        ]);
        for (const one of known) expect(response.headers.get('allow')).toContain(one.method);
      }
    }
  });

  /** Whether an address of `path` is one of `template` as well: `audit/exports` is also an `audit/{seq}`. */
  const fits = (template: string, path: string): boolean => {
    const [parts, others] = [template.split('/'), path.split('/')];
    return parts.length === others.length && parts.every((part, at) => part.startsWith('{') || part === others[at]);
  };

  const codeOf = async (response: Response) => z.object({ code: z.string() }).parse(await response.json()).code;
});

describe('an idempotency key', () => {
  const sending = namedOperations(({ command, id }) => command !== null && !PROVED_ELSEWHERE.includes(id));

  it.each(sending)('that was used for something else is refused by %s', async (_name, operation) => {
    const key = randomUUID();
    const { ana } = world.people;
    const used = await ana.browser.send('/v1/me/preferences', {
      method: 'PATCH',
      headers: { ...ofBrowser(ana.browser), 'idempotency-key': key },
      // another body than the example of the document, which is sent below
      body: { appearance: { theme: 'light' } },
    });
    expect(used.status).toBe(200);
    const headers = { ...(await as('ana', operation, 'reused')), 'idempotency-key': key };
    await refused([422, 'idempotency.key_reused'], operation, { headers });
  });

  it.each(sending)('that is none is refused by %s', async (_name, operation) => {
    const headers = { ...(await as('ana', operation, 'no key')), 'idempotency-key': 'x'.repeat(201) };
    await refused([400, 'idempotency.key_invalid'], operation, { headers });
  });
});
