import 'reflect-metadata';
import { type RouteDefinition, type RouteEntry, errorCode } from '@foundry/messaging';
import { command, Id64 } from '@foundry/messaging/contracts';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { faultsOf, RULES } from './index.js';

class NameLamp extends command({
  name: 'organization.nameLamp',
  entity: 'organizationId',
  payload: z.strictObject({ organizationId: Id64 }),
  audit: { none: 'private' },
}) {}

const named = <S extends z.ZodType>(schema: S, id: string): S => schema.meta({ id, description: 'A lamp of tests.' });
const strict = (shape: z.core.$ZodLooseShape) => z.strictObject(shape);
const word = z.string().max(9).meta({ description: 'A word.' });
const size = (limit: number) => z.object({ high: z.int().max(limit), wide: z.int().max(limit) });

/** A route that follows every rule; each fixture breaks one. */
function route(definition: Partial<RouteDefinition> = {}, entry: Partial<RouteEntry> = {}): RouteEntry {
  return {
    method: 'PUT',
    path: '/v1/organizations/:organizationId/lamp',
    access: { role: 'member', scope: 'organization:write' },
    inputs: {
      path: strict({ organizationId: Id64 }),
      query: strict({ colour: word }),
      body: named(strict({ name: word }), 'LampBody'),
    },
    ...entry,
    definition: {
      operationId: 'nameLamp',
      tag: 'organization',
      summary: 'Name the lamp',
      description: 'Gives the lamp of the organization a name.',
      answers: { 200: named(z.object({ name: word }), 'Lamp') },
      command: NameLamp,
      ...definition,
    },
  };
}
const { inputs } = route();
const { command: _, ...withoutCommand } = route().definition;
const withBody = (body: z.ZodType) => route({}, { inputs: { ...inputs, body } });
const withQuery = (field: z.ZodType) => route({}, { inputs: { ...inputs, query: strict({ field }) } });
const withAnswer = (answer: z.ZodType) => route({ answers: { 200: answer } });
const withDefault = named(strict({ name: word.default('x') }), 'E');
const odd = { kind: 'conflict', title: 'Odd', meaning: 'It is odd.', remedy: 'Even it.' } as const;

const FIXTURES: Record<string, RouteEntry[][]> = {
  'operation-id-is-verb-and-noun': [[route({ operationId: 'lamp' })], [route(), route()]],
  'tag-is-known': [[route({ tag: 'lamps' })]],
  'summary-is-short': [[route({ summary: 'x'.repeat(61) })], [route({ summary: 'Name it.' })]],
  'description-says-more': [[route({ description: 'Names' })]],
  'parameters-are-described': [[withQuery(z.string().max(9))]],
  'body-is-described': [
    [withBody(strict({ name: word }))],
    [withBody(named(strict({ name: z.string().max(9) }), 'A'))],
  ],
  'requests-are-limited': [
    [withBody(named(strict({ name: z.string().meta({ description: 'Any.' }) }), 'B'))],
    [withQuery(z.array(word).meta({ description: 'Many.' }))],
  ],
  'requests-have-examples': [
    [
      withQuery(
        z
          .string()
          .regex(/^q{7}$/)
          .meta({ description: 'Odd.' }),
      ),
    ],
    [withBody(strict({ name: word }).meta({ id: 'C', description: 'Odd.', examples: [{ nam: 1 }] }))],
  ],
  'answers-have-examples': [[route({ answers: {} })], [withAnswer(named(z.string().regex(/^q{7}$/), 'D'))]],
  'answers-are-named': [[withAnswer(z.object({ name: word }))]],
  'one-name-one-schema': [[route({ answers: { 200: withDefault } }, { inputs: { ...inputs, body: withDefault } })]],
  'no-inline-schema-twice': [[withAnswer(named(z.object({ bed: size(2), desk: size(2) }), 'F'))]],
  'bodies-refuse-unknown-fields': [
    [withBody(named(strict({ bulb: z.object({ watt: z.int().max(9) }).meta({ description: 'It.' }) }), 'G'))],
  ],
  'nothing-is-anything': [[withAnswer(named(z.object({ any: z.unknown() }), 'H'))]],
  'problem-codes-are-declared': [
    [route({ problems: [errorCode({ ...odd, code: 'lampBroken' })] })],
    [route({ problems: [errorCode({ ...odd, code: 'lamp.broken', remedy: '' })] })],
    [
      route({ problems: [errorCode({ ...odd, code: 'version.conflict' })], ifMatch: 'optional' }),
      route({ ifMatch: 'optional' }),
    ],
  ],
  'rights-are-declared': [[route({}, { access: { public: true } })], [route({}, { access: { role: 'member' } })]],
  'changes-are-commands': [[{ ...route(), definition: withoutCommand }], [route({}, { method: 'GET' })]],
  'path-is-declared': [[route({}, { path: '/v1/lamps/:lampId' })]],
};

describe('a rule of the document', () => {
  it('finds nothing wrong with a route that follows them all', () => {
    expect(faultsOf([route()])).toEqual([]);
  });

  it.each(RULES.map(({ name }) => name))('%s fires on each of its bad examples', (name) => {
    const fixtures = FIXTURES[name] ?? [];
    expect(fixtures.length).toBeGreaterThan(0);
    for (const routes of fixtures) {
      expect(faultsOf(routes).filter((fault) => fault.startsWith(`${name}:`))).not.toEqual([]);
    }
  });
});
