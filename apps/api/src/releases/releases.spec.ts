import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { command } from '@foundry/messaging/contracts';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { documentOf } from '../openapi/document.js';
import { allRoutes } from '../openapi/routes.js';
import { contractsOf, messageBreaks, MessageContracts } from './message-breaks.js';
import { ApiDocument, openapiBreaks } from './openapi-breaks.js';
import { presentContracts } from './release-files.js';

const released = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../docs/release/${path}`, import.meta.url), 'utf8'));

describe('this release', () => {
  it('can exchange every message with the last one', () => {
    const last = MessageContracts.parse(released('messages.json'));
    expect(Object.keys(last).length).toBeGreaterThan(40);
    expect(messageBreaks(last, presentContracts())).toEqual([]);
  });

  it('answers every caller of the last one', () => {
    const before = ApiDocument.parse(released('openapi.json'));
    expect(Object.keys(before.paths).length).toBeGreaterThan(30);
    expect(openapiBreaks({ before, now: ApiDocument.parse(documentOf(allRoutes(), 'now')) })).toEqual([]);
  });
});

describe('a message of the last release', () => {
  const first = { lampId: z.uuid(), colour: z.enum(['red', 'blue']), note: z.string().max(100).optional() };
  const paint = (payload: z.ZodObject, more: { name?: `${string}.${string}`; upcasts?: (() => unknown)[] } = {}) =>
    command({ name: 'lamp.paint', entity: 'lampId', audit: { none: 'private' }, ...more, payload });
  const lamp = (commands: ReturnType<typeof paint>[]) => [
    { name: 'lamp', entities: [], migrations: [], events: [], effects: [], commands },
  ];
  const contracts = (...of: Parameters<typeof paint>) => contractsOf(lamp([paint(...of)]));
  const last = contracts(z.object(first));

  it('may get optional fields and values that old readers ignore', () => {
    const grown = z.object({ ...first, colour: z.enum(['red', 'blue', 'green']), gloss: z.boolean().optional() });
    expect(messageBreaks(last, contracts(grown))).toEqual([]);
  });

  it.each([
    ['a field that must be there', z.object({ ...first, gloss: z.boolean() }), /gloss is required now; add a version/],
    ['another type', z.object({ ...first, note: z.number().optional() }), /note was string and is number/],
    ['a field less', z.object({ lampId: z.uuid(), colour: first.colour }), /note is gone/],
    ['a field that may be missing', z.object({ ...first, colour: first.colour.optional() }), /colour may be missing/],
    ['another limit', z.object({ ...first, note: z.string().max(200).optional() }), /note has another maxLength/],
    ['a value less', z.object({ ...first, colour: z.enum(['red']) }), /colour lost "blue"/],
    ['null', z.object({ ...first, colour: first.colour.nullable() }), /colour is another choice/],
  ])('may not get %s without a new version', (_, payload, sentence) => {
    expect(messageBreaks(last, contracts(payload)).join()).toMatch(sentence);
    expect(messageBreaks(last, contracts(payload, { upcasts: [() => ({})] }))).toEqual([]);
  });

  it('may not go, nor fall back to an older version', () => {
    expect(messageBreaks(last, contracts(z.object(first), { name: 'lamp.colour' }))).toEqual([
      'lamp.paint is gone; it stays accepted for one release after the last one that sends it, named in retiring.ts',
    ]);
    const second = contracts(z.object(first), { upcasts: [() => ({})] });
    expect(messageBreaks(second, last)).toEqual(['lamp.paint is version 1; 2 was sent already']);
  });

  it('may go once a release accepted it and sent it no more', () => {
    const retiring = { 'lamp.paint': 'lamp.colour' };
    const between = contractsOf(
      lamp([paint(z.object(first)), paint(z.object(first), { name: 'lamp.colour' })]),
      retiring,
    );
    const after = contracts(z.object(first), { name: 'lamp.colour' });
    expect(messageBreaks(last, between)).toEqual([]);
    expect(messageBreaks(MessageContracts.parse(JSON.parse(JSON.stringify(between))), after)).toEqual([]);
    expect(messageBreaks(between, contracts(z.object(first))).join()).toMatch(/lamp\.colour is gone/);
    // Its entry goes with it.
    expect(() => contractsOf(lamp([]), retiring)).toThrow('lamp.paint is retiring, and nothing reads it');
  });

  it('that refuses what it does not know may not get fields at all', () => {
    const strict = contracts(z.strictObject(first));
    const grown = contracts(z.strictObject({ ...first, gloss: z.boolean().optional() }));
    expect(messageBreaks(strict, grown).join()).toMatch(/gloss is new, and the last release refuses/);
  });
});

describe('a route of the last release', () => {
  const Lamp = { type: 'object', properties: { colour: { enum: ['red', 'blue'] }, name: { type: 'string' } } };
  const route = (change: object = {}) => ({
    parameters: [{ name: 'limit', in: 'query', required: false, schema: { type: 'integer', maximum: 100 } }],
    requestBody: { required: true, content: { 'application/json': { schema: { ...Lamp, required: ['colour'] } } } },
    responses: {
      200: { content: { 'application/json': { schema: { ...Lamp, required: ['colour', 'name'] } } } },
      409: { content: {}, 'x-codes': ['lamp.broken'] },
    },
    security: [{ apiToken: ['lamps:write'] }],
    'x-role': 'member',
    ...change,
  });
  const document = (paths: object) => ApiDocument.parse({ paths, components: {} });
  const last = document({ '/lamps': { put: route() } });
  const breaks = (change: object) =>
    openapiBreaks({ before: last, now: document({ '/lamps': { put: route(change) } }) });
  const body = (schema: object) => ({ requestBody: { required: true, content: { 'application/json': { schema } } } });
  const answer = (schema: object) => ({ 200: { content: { 'application/json': { schema } } } });

  it('may grow', () => {
    const properties = { ...Lamp.properties, colour: { enum: ['red', 'blue', 'green'] }, gloss: { type: 'boolean' } };
    const grown = { type: 'object', properties, required: ['colour'] };
    const responses = { ...route().responses, ...answer({ ...grown, required: ['colour', 'name', 'gloss'] }) };
    expect(breaks({ ...body(grown), responses, security: [{ apiToken: [] }], 'x-role': 'viewer' })).toEqual([]);
    expect(
      breaks({ parameters: [...route().parameters, { name: 'q', in: 'query', schema: { type: 'string' } }] }),
    ).toEqual([]);
  });

  it.each([
    ['a parameter less', { parameters: [] }, 'query limit is gone'],
    ['a parameter that is needed', { parameters: [{ ...route().parameters[0], required: true }] }, 'is required now'],
    [
      'a lower limit',
      { parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 50 } }] },
      'maximum',
    ],
    ['a field that is needed', body({ ...Lamp, required: ['colour', 'name'] }), 'body.name is required now'],
    [
      'a field less in the body',
      body({ ...Lamp, properties: { colour: Lamp.properties.colour } }),
      'body.name is gone',
    ],
    ['a value less', body({ ...Lamp, properties: { ...Lamp.properties, colour: { enum: ['red'] } } }), 'lost "blue"'],
    [
      'a field less in the answer',
      { responses: { ...route().responses, ...answer({ type: 'object', properties: { colour: {} } }) } },
      '200.name is gone',
    ],
    [
      'an answer that may lack a field',
      { responses: { ...route().responses, ...answer({ ...Lamp, required: ['colour'] }) } },
      '200.name may be missing now',
    ],
    [
      'a code less',
      { responses: { ...route().responses, 409: { content: {}, 'x-codes': [] } } },
      '409 lost the code lamp.broken',
    ],
    ['another scope', { security: [{ apiToken: ['lamps:admin'] }] }, 'needs the scope lamps:admin now'],
    ['no token', { security: [{ session: [] }] }, 'apiToken is no way in any more'],
    ['a higher role', { 'x-role': 'admin' }, 'needs the role admin now, not member'],
  ])('may not get %s', (_, change, sentence) => {
    expect(breaks(change).join()).toContain(sentence);
  });

  it('may not go', () => {
    expect(openapiBreaks({ before: last, now: document({}) })).toEqual(['PUT /lamps is gone']);
    expect(openapiBreaks({ before: last, now: document({ '/lamps': { get: route() } }) })).toEqual([
      'PUT /lamps is gone',
    ]);
  });
});
