import { simpleUser } from '../accounts/account.view.js';
import { mint, revoke } from '../access/tokens.js';
import { guid, hashed, secret } from '../access/secrets.js';
import type { Github } from '../github.js';
import type { App, Token } from '../state/app-records.js';

/** Seconds, as GitHub's. */
export const userTokenLifetime = 28_800;
export const refreshTokenLifetime = 15_897_600;
const codeLifetime = 600;

export interface TokenPair {
  readonly access: { text: string; row: Token };
  readonly refresh: { text: string; row: Token };
}

/** Makes a code that can be exchanged once, within ten minutes. */
export function issueCode(
  { world, clock }: Github,
  app: App,
  { userId, redirectUri, challenge }: { userId: number; redirectUri: string; challenge: string | null },
): string {
  const code = secret('', 20).toLowerCase();
  const hash = hashed(code);
  world.codes.set(hash, {
    hash,
    appId: app.id,
    userId,
    redirectUri,
    challenge,
    expiresAt: clock.seconds() + codeLifetime,
  });
  world.touch();
  return code;
}

/** A fresh pair of user and refresh token; `family` ties it to the tokens that it replaces. */
export function issuePair({ world, clock }: Github, appId: number, userId: number, family: string = guid()): TokenPair {
  const fields = { appId, userId, family };
  return {
    access: mint(world, clock, { ...fields, kind: 'user', lifetime: userTokenLifetime }),
    refresh: mint(world, clock, { ...fields, kind: 'refresh', lifetime: refreshTokenLifetime }),
  };
}

/** Ends everything that a person ever granted to an App; returns how many tokens that were. */
export function endGrant({ world }: Github, app: App, userId: number): number {
  return revoke(world, (token) => token.appId === app.id && token.userId === userId);
}

/** The person takes the authorization back in their settings; the App is told. */
export function revokeByPerson(github: Github, app: App, userId: number): void {
  endGrant(github, app, userId);
  github.announcer.aboutApp('github_app_authorization', app, {
    action: 'revoked',
    sender: simpleUser(github.world, userId),
  });
}
