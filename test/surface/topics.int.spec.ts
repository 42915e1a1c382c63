import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { TestSocket } from '../../apps/api/src/realtime/testing/test-socket.js';
import { TopicSources } from '../../apps/api/src/realtime/topics/topic-sources.js';
import { ORIGIN } from '../sign-in/installation.js';
import type { Ids } from './furniture.js';
import { EVERY_SCOPE, type Name, RIVAL, World } from './world.js';

/* Every kind of topic of docs/asyncapi.json; a new one is tried as soon as it is there. */

const Document = z.object({ channels: z.object({ realtime: z.object({ 'x-topics': z.array(z.string()) }) }) });
const document: unknown = JSON.parse(readFileSync('docs/asyncapi.json', 'utf8'));
const KINDS = Document.parse(document).channels.realtime['x-topics'];

/** Topics of each kind that belong to whoever these ids do. */
const TOPICS: Record<string, (ids: Ids, userId: string) => string[]> = {
  app: (_ids, userId) => [`app:${userId}`],
  organization: ({ organizationId = '' }) => [`organization:${organizationId}`],
  history: ({ organizationId = '' }, userId) => [
    ...['organization', 'github-data', 'audit-log'].map((module) => `history:${module}:${organizationId}`),
    `history:user:${userId}`,
  ],
  task: ({ taskId = '' }) => [`task:${taskId}`],
  sandbox: ({ sandboxId = '' }) => [`sandbox:${sandboxId}`],
  session: ({ sessionId = '' }) => [`session:${sessionId}`],
};

const topicsOf = (kind: string, ids: Ids, userId: string): string[] => {
  const make = TOPICS[kind];
  if (make) return make(ids, userId);
  throw new Error(`There are topics ${kind}:…, and the sweep knows none; name one in test/surface/topics.int.spec.ts.`);
};

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.stop());

const opened = new Map<string, Promise<TestSocket>>();
afterAll(async () => {
  for (const socket of opened.values()) (await socket).raw.close();
});

/** One socket for each credential, kept open. */
function socketWith(name: string, headers: Record<string, string>): Promise<TestSocket> {
  const known =
    opened.get(name) ??
    TestSocket.try(`${world.foundry.base.replace('http', 'ws')}/v1/realtime`, { headers }).then((socket) => {
      if (!(socket instanceof TestSocket)) throw new Error(`Refused: ${socket.code}`);
      return socket;
    });
  opened.set(name, known);
  return known;
}

const socketOf = (name: Name) => socketWith(name, { cookie: world.people[name].browser.cookieHeader, origin: ORIGIN });

describe.each(KINDS)('a topic %s', (kind) => {
  it('is open to whom it belongs', async () => {
    const socket = await socketOf('ana');
    for (const topic of topicsOf(kind, world.own, '101')) {
      expect([topic, (await socket.subscribe(topic)).op]).toEqual([topic, 'snapshot']);
    }
  });

  it('of another organization or person is not found, with and without a version, and nothing is sent on it', async () => {
    const socket = await socketOf('ana');
    const before = await world.written();
    for (const topic of topicsOf(kind, world.foreign, '105')) {
      for (const since of [undefined, 0, 1_000_000]) {
        expect(await socket.subscribe(topic, since)).toMatchObject({ op: 'refused', topic, code: 'not_found' });
      }
      expect(JSON.stringify(socket.frames)).not.toContain('rival');
    }
    expect(await world.written()).toEqual(before);
  });

  it('is answered like one that does not exist', async () => {
    const socket = await socketOf('otto');
    const known = topicsOf(kind, world.own, '101');
    const unknown = topicsOf(kind, { ...world.own, organizationId: '777' }, '777');
    for (const topic of [...known, ...unknown]) {
      expect(await socket.subscribe(topic)).toMatchObject({ op: 'refused', code: 'not_found' });
    }
  });

  it('opens to no token that lacks its scope, or is for another organization', async () => {
    const without = await socketWith('without', { authorization: await world.people.ana.token('t', ['audit:read']) });
    const elsewhere = await socketWith('elsewhere', {
      authorization: await world.people.olga.token('t', EVERY_SCOPE, RIVAL),
    });
    const audit = (topic: string) => topic.startsWith('history:audit-log:');
    for (const topic of topicsOf(kind, world.own, '101')) {
      expect(await elsewhere.subscribe(topic)).toMatchObject({ op: 'refused', code: 'not_found' });
      if (audit(topic)) continue;
      expect([topic, await without.subscribe(topic)]).toMatchObject([topic, { op: 'refused', code: 'not_found' }]);
    }
  });

  it('has a form, and everything else is refused as no topic', async () => {
    // by a socket of its own, because of the limit of frames in a second
    const socket = await socketWith(`forms of ${kind}`, { authorization: await world.people.ana.token(kind) });
    for (const id of ['', ' ', '-1', '1;drop', '../1', "1'or'1", '1:2:3:4', '😀', 'x'.repeat(130)]) {
      const answer = await socket.subscribe(`${kind}:${id}`);
      expect([id, answer]).toMatchObject([
        id,
        { op: 'refused', code: expect.stringMatching(/^topic\.invalid$|^not_found$/) },
      ]);
    }
  });
});

it('a topic of a kind that nobody shows is none', async () => {
  const socket = await socketOf('mo');
  for (const topic of ['', ':', 'organization', 'Organization:1001', 'secrets:1001', 'presence:1001']) {
    expect(await socket.subscribe(topic)).toMatchObject({ op: 'refused', code: 'topic.invalid' });
  }
});

it('every kind that the running API shows is in the document', () => {
  const shown = world.foundry.api.app.get(TopicSources, { strict: false }).kinds;
  expect([...new Set([...shown, 'history'])].sort()).toEqual(KINDS);
});
