import { badCredentials, Refused } from '../http/refused.js';
import type { App, Installation, Token } from '../state/app-records.js';
import type { Clock } from '../state/clock.js';
import type { User } from '../state/records.js';
import type { World } from '../state/world.js';
import { appOfJwt, looksLikeJwt } from './jwt.js';
import { same } from './secrets.js';
import { live } from './tokens.js';

/** Who asks. `budget` names the rate limit that the call counts against. */
export type Caller =
  | { readonly kind: 'anonymous'; readonly budget: string }
  | { readonly kind: 'app' | 'client'; readonly budget: string; readonly app: App }
  | InstallationCaller
  | UserCaller;

export interface InstallationCaller {
  readonly kind: 'installation';
  readonly budget: string;
  readonly app: App;
  readonly installation: Installation;
  readonly token: Token;
}

export interface UserCaller {
  readonly kind: 'user';
  readonly budget: string;
  readonly app: App;
  readonly user: User;
  readonly token: Token;
}

/** Reads the `Authorization` header. Anything that is not a live token, a valid JWT or an App's own secret is 401. */
export function callerOf(world: World, clock: Clock, authorization: string | undefined, address: string): Caller {
  if (!authorization) return { kind: 'anonymous', budget: `address:${address}` };
  const [scheme = '', value = ''] = authorization.split(/ +/, 2);
  if (/^basic$/i.test(scheme)) return fromBasic(world, clock, value);
  if (!/^(bearer|token)$/i.test(scheme)) throw badCredentials();
  return fromToken(world, clock, value);
}

function fromBasic(world: World, clock: Clock, value: string): Caller {
  const decoded = Buffer.from(value, 'base64').toString('utf8');
  const name = decoded.slice(0, decoded.indexOf(':'));
  const password = decoded.slice(decoded.indexOf(':') + 1);
  const app = world.appByClientId(name);
  if (!app) return fromToken(world, clock, password);
  if (!same(app.clientSecret, password)) throw badCredentials();
  return { kind: 'client', app, budget: `app:${app.id}` };
}

function fromToken(world: World, clock: Clock, text: string): Caller {
  if (looksLikeJwt(text)) {
    const app = appOfJwt(world, clock, text);
    return { kind: 'app', app, budget: `app:${app.id}` };
  }
  const token = live(world, clock, text);
  if (token?.kind === 'installation') return asInstallation(world, token);
  if (token?.kind === 'user') return asUser(world, token);
  throw badCredentials();
}

function asInstallation(world: World, token: Token): Caller {
  const installation = world.installations.get(token.installationId ?? 0);
  if (!installation) throw badCredentials();
  if (installation.suspendedAt) throw new Refused(403, 'This installation has been suspended');
  return {
    kind: 'installation',
    app: world.app(token.appId),
    installation,
    token,
    budget: `installation:${installation.id}`,
  };
}

function asUser(world: World, token: Token): Caller {
  const user = world.users.get(token.userId ?? 0);
  if (!user) throw badCredentials();
  return { kind: 'user', app: world.app(token.appId), user, token, budget: `user:${user.id}` };
}
