import { createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { App } from '../state/app-records.js';
import { Addresses } from '../state/addresses.js';
import { Clock } from '../state/clock.js';
import { World } from '../state/world.js';
import { appOfJwt } from './jwt.js';

const now = 1_800_000_000;
const encoding = {
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
} as const;
const keys = generateKeyPairSync('rsa', { modulusLength: 2048, ...encoding });
const other = generateKeyPairSync('rsa', { modulusLength: 2048, ...encoding });

const world = new World(new Addresses('http://127.0.0.1'));
const app = App.parse({
  id: 7,
  slug: 'foundry',
  name: 'Foundry',
  description: '',
  ownerId: 1,
  clientId: 'client',
  clientSecret: 's',
  webhookSecret: 's',
  publicKey: keys.publicKey,
  url: 'http://127.0.0.1',
  webhookUrl: null,
  callbackUrls: [],
  setupUrl: null,
  permissions: {},
  events: [],
  createdAt: '',
});
world.apps.set(7, app);

function jwt(claims: object, { alg = 'RS256', key = keys.privateKey } = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg, typ: 'JWT' })}.${part({ iss: '7', iat: now - 60, exp: now + 540, ...claims })}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}
const read = (token: string) => appOfJwt(world, new Clock(() => now * 1000), token);

describe('an App’s JWT', () => {
  it.each([[{ iss: '7' }], [{ iss: 7 }], [{ iss: 'client' }]])('is accepted with issuer %j', (claims) => {
    expect(read(jwt(claims)).id).toBe(7);
  });

  it.each([
    ['an unknown issuer', jwt({ iss: '8' }), 404, 'Integration not found'],
    ['another key', jwt({}, { key: other.privateKey }), 401, 'could not be decoded'],
    ['another algorithm in the header', jwt({}, { alg: 'none' }), 401, 'could not be decoded'],
    ['no JSON', 'eyJh.eyJi.x', 401, 'could not be decoded'],
    ['an expiry in the past', jwt({ exp: now - 1 }), 401, 'future time'],
    ['an expiry too far away', jwt({ exp: now + 700 }), 401, 'too far in the future'],
    ['no expiry', jwt({ exp: undefined }), 401, "('exp')"],
    ['an issue time ahead', jwt({ iat: now + 60 }), 401, "('iat')"],
  ])('is refused with %s', (_, token, status, message) => {
    expect(() => read(token)).toThrow(expect.objectContaining({ status, message: expect.stringContaining(message) }));
  });
});
