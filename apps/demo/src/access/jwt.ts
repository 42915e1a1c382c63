import { createVerify } from 'node:crypto';
import { z } from 'zod';
import { Refused } from '../http/refused.js';
import type { App } from '../state/app-records.js';
import type { Clock } from '../state/clock.js';
import type { World } from '../state/world.js';

const Header = z.object({ alg: z.literal('RS256') });
const Claims = z.object({
  iss: z.union([z.string(), z.number()]),
  iat: z.unknown().optional(),
  exp: z.unknown().optional(),
});

/** GitHub accepts a JWT for ten minutes at most, and clocks that differ a little. */
const longest = 600;
const tolerance = 5;

const undecodable = () => new Refused(401, 'A JSON web token could not be decoded');

function part<T>(text: string | undefined, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw undecodable();
    throw error;
  }
}

/** Tells a JWT from the other kinds of token. */
export function looksLikeJwt(token: string): boolean {
  return token.startsWith('eyJ') && token.split('.').length === 3;
}

/** The App that signed a JWT. Refuses as GitHub does: 401 for bad form, signature or times, 404 for an unknown App. */
export function appOfJwt(world: World, clock: Clock, token: string): App {
  const [header, claims, signature] = token.split('.');
  part(header, Header);
  const { iss, iat, exp } = part(claims, Claims);
  const app = world.appByClientId(String(iss)) ?? world.apps.get(Number(iss));
  if (!app) throw new Refused(404, 'Integration not found');
  const verified = createVerify('RSA-SHA256')
    .update(`${header ?? ''}.${claims ?? ''}`)
    .verify(app.publicKey, signature ?? '', 'base64url');
  if (!verified) throw undecodable();
  checkTimes(clock.seconds(), iat, exp);
  return app;
}

function checkTimes(now: number, iat: unknown, exp: unknown): void {
  if (typeof iat !== 'number' || !Number.isInteger(iat) || iat > now + tolerance) {
    throw new Refused(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (typeof exp !== 'number' || exp <= now) {
    throw new Refused(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > now + longest + tolerance) {
    throw new Refused(401, "'Expiration time' claim ('exp') is too far in the future");
  }
}
