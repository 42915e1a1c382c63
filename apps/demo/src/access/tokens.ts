import type { Token } from '../state/app-records.js';
import type { Clock } from '../state/clock.js';
import type { World } from '../state/world.js';
import { hashed, secret } from './secrets.js';

const prefixes = { installation: 'ghs_', user: 'ghu_', refresh: 'ghr_' } as const;
const sweepAbove = 5000;

export type NewToken = Pick<Token, 'kind' | 'appId'> &
  Partial<Pick<Token, 'installationId' | 'userId' | 'permissions' | 'repositoryIds' | 'family'>> & {
    /** Seconds. */
    readonly lifetime: number;
  };

/** Makes a token and returns its text, which is kept nowhere, with its row. */
export function mint(world: World, clock: Clock, { lifetime, ...fields }: NewToken): { text: string; row: Token } {
  const text = secret(prefixes[fields.kind], fields.kind === 'refresh' ? 76 : 36);
  const now = clock.seconds();
  const row: Token = {
    installationId: null,
    userId: null,
    permissions: null,
    repositoryIds: null,
    family: null,
    ...fields,
    id: world.newId(),
    hash: hashed(text),
    lastEight: text.slice(-8),
    createdAt: now,
    expiresAt: now + lifetime,
  };
  if (world.tokens.size > sweepAbove) revoke(world, ({ expiresAt }) => expiresAt < now);
  world.tokens.set(row.hash, row);
  world.touch();
  return { text, row };
}

/** The row of a token that is known and not expired. */
export function live(world: World, clock: Clock, text: string): Token | undefined {
  const row = world.tokens.get(hashed(text));
  return row && row.expiresAt > clock.seconds() ? row : undefined;
}

/** Ends all tokens that match; returns how many. */
export function revoke(world: World, match: (token: Token) => boolean): number {
  const ended = [...world.tokens.values()].filter(match);
  for (const { hash } of ended) world.tokens.delete(hash);
  if (ended.length > 0) world.touch();
  return ended.length;
}
