import { randomUUID } from 'node:crypto';
import { CommandSender } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { AdmitMember, RegisterOrganization } from '@foundry/organization/contracts';
import { TokenScope } from '@foundry/user/contracts';
import { z } from 'zod';
import type { Browser } from '../sign-in/browser.js';
import { SignInInstallation } from '../sign-in/installation.js';
import { ADA } from '../sign-in/stub-github.js';
import { furnish, type Ids } from './furniture.js';

/** Acme, whose things are tried, and Rival, whose things nobody of Acme may ever see. */
export const ACME = '1001';
export const RIVAL = '1002';

const PEOPLE = {
  /** Owns Acme, and everything personal that is tried is hers. */
  ana: { userId: '101', acme: 'owner', rival: null },
  adi: { userId: '102', acme: 'admin', rival: null },
  mo: { userId: '103', acme: 'member', rival: null },
  vi: { userId: '104', acme: 'viewer', rival: null },
  /** Owns Rival: a stranger to Acme. */
  otto: { userId: '105', acme: null, rival: 'owner' },
  /** Runs the installation, and belongs to both. */
  olga: { userId: '106', acme: 'owner', rival: 'member' },
} as const;
export type Name = keyof typeof PEOPLE;
const NAMES = z.enum(['ana', 'adi', 'mo', 'vi', 'otto', 'olga']).options;

export const EVERY_SCOPE: readonly TokenScope[] = TokenScope.options;
const Created = z.object({ secret: z.string(), tokenId: z.string() });

/** Somebody who is signed in, with API tokens as they are needed. */
export class Person {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    readonly userId: string,
    readonly browser: Browser,
  ) {}

  /** The `Authorization` of a token with these scopes. `label` tells tokens apart, so that each has a minute's requests. */
  async token(label: string, scopes = EVERY_SCOPE, organizationId: string | null = null): Promise<string> {
    const name = `${label} ${scopes.join(' ')}`.slice(0, 80);
    const known = this.tokens.get(name) ?? this.create({ name, scopes, organizationId });
    this.tokens.set(name, known);
    return `Bearer ${await known}`;
  }

  async created(body: Record<string, unknown>): Promise<z.infer<typeof Created>> {
    const response = await this.browser.change('/v1/me/api-tokens', 'POST', body);
    if (response.status !== 201) throw new Error(`No token: ${String(response.status)} ${await response.text()}`);
    return Created.parse(await response.json());
  }

  private async create(body: Record<string, unknown>): Promise<string> {
    return (await this.created(body)).secret;
  }
}

/** The product's API and worker, with two organizations that hold one of everything. */
export class World {
  private constructor(
    readonly foundry: SignInInstallation,
    readonly people: Readonly<Record<Name, Person>>,
    /** Ids of Acme's things and of Ana's. */
    readonly own: Ids,
    /** Ids of Rival's things and of Otto's. */
    readonly foreign: Ids,
  ) {}

  static async start(): Promise<World> {
    const foundry = await SignInInstallation.start(
      { FOUNDRY_OPERATORS: PEOPLE.olga.userId },
      { perMinute: 100_000, createsPerMinute: 100_000 },
    );
    await foundry.startWorker();
    const signedIn = await signInAll(foundry);
    await found(foundry, ACME, 'acme');
    await found(foundry, RIVAL, 'rival');
    const { ana, otto } = signedIn;
    for (const [name, role] of [
      ['adi', 'admin'],
      ['vi', 'viewer'],
    ] as const) {
      const path = `/v1/organizations/${ACME}/members/${PEOPLE[name].userId}/role`;
      const { status } = await ana.browser.change(path, 'PUT', { role });
      if (status !== 200) throw new Error(`${name} is no ${role}: ${String(status)}`);
    }
    const own = await furnish(foundry.sql, ACME, ana, PEOPLE.mo.userId);
    const foreign = await furnish(foundry.sql, RIVAL, otto, PEOPLE.otto.userId);
    return new World(foundry, signedIn, own, foreign);
  }

  /** One more organization with one of everything, of the same people as Acme; the person's own things are Ana's. */
  async another(organizationId: string): Promise<Ids> {
    await found(this.foundry, organizationId, 'acme');
    return furnish(this.foundry.sql, organizationId, this.people.ana, PEOPLE.mo.userId);
  }

  stop(): Promise<void> {
    return this.foundry.stop();
  }

  /** How many rows there are of everything that a request can write; what is refused changes none of it. */
  async written(): Promise<unknown> {
    return this.foundry.sql`
      select (select count(*) from messaging.outbox where actor ->> 'kind' = 'user' and kind = 'command'
          and name <> 'audit-log.append') as commands,
        (select count(*) from github_data.webhook_deliveries) as deliveries, (select count(*) from "user".users) as users,
        (select count(*) from "user".auth_sessions where ended_at is null) as sessions,
        (select count(*) from "user".sign_in_attempts) as attempts, (select count(*) from "user".api_tokens) as tokens`;
  }
}

/** What Foundry itself finds out from GitHub. */
async function told(foundry: SignInInstallation, command: CommandMessage): Promise<void> {
  const sender = foundry.api.app.get(CommandSender, { strict: false });
  const actor = { kind: 'system', module: 'github-data' } as const;
  const done = await sender.request(command, { actor, correlationId: randomUUID() });
  if (done.state === 'pending' || done.reply.outcome !== 'handled')
    throw new Error(`Not done: ${JSON.stringify(done)}`);
}

async function found(foundry: SignInInstallation, organizationId: string, login: 'acme' | 'rival'): Promise<void> {
  await told(foundry, new RegisterOrganization({ accountId: organizationId, kind: 'company', login }));
  for (const name of NAMES) {
    const { userId, [login]: role } = PEOPLE[name];
    if (role === null) continue;
    const person = {
      login: name,
      name: null,
      avatarUrl: null,
      githubRole: role === 'owner' ? 'admin' : 'member',
    } as const;
    await told(foundry, new AdmitMember({ organizationId, userId, ...person, verifiedAt: new Date().toISOString() }));
  }
}

async function signInAll(foundry: SignInInstallation): Promise<Record<Name, Person>> {
  const signIn = async (name: Name) => {
    foundry.github.person = { ...ADA, id: Number(PEOPLE[name].userId), login: name };
    const browser = foundry.browser();
    await browser.signIn();
    return new Person(PEOPLE[name].userId, browser);
  };
  return {
    ana: await signIn('ana'),
    adi: await signIn('adi'),
    mo: await signIn('mo'),
    vi: await signIn('vi'),
    otto: await signIn('otto'),
    olga: await signIn('olga'),
  };
}
