import { type Caller, CommandSender, type Role, type Scope } from '@foundry/messaging';
import { FakeSender } from '@foundry/messaging/testing';
import { type INestApplication, Module } from '@nestjs/common';
import { Registry } from 'prom-client';
import type { ApiOptions } from '../api.module.js';
import { Authenticates, type Verdict } from '../auth/authenticates.js';
import { Memberships } from '../auth/memberships.js';
import { createApi } from '../create-api.js';
import { jsonLog } from '../log/json-log.js';
import { WEB_ROOT } from '../web/files.js';
import { ThingsController } from './things.js';

/** `fdy_` and who it is: `ada` may everything, in organization 1. */
const PEOPLE: Record<string, { userId: string; scopes: Scope[] | 'all'; operator?: boolean; organizationId?: string }> =
  {
    ada: { userId: '42', scopes: 'all', operator: true },
    bob: { userId: '43', scopes: 'all' },
    viewer: { userId: '44', scopes: 'all' },
    reader: { userId: '42', scopes: ['organization:read'] },
    elsewhere: { userId: '42', scopes: 'all', organizationId: '2' },
  };

const ROLES: Record<string, Role> = { '42/1': 'owner', '42/2': 'owner', '44/1': 'viewer' };

class KnownPeople extends Authenticates {
  override bearer(token: string): Promise<Verdict> {
    if (token === 'fdy_old') return Promise.resolve({ refused: 'token.expired' });
    const person = PEOPLE[token.replace('fdy_', '')];
    if (!person) return Promise.resolve({ refused: 'token.invalid' });
    const caller: Caller = {
      actor: { kind: 'user', userId: person.userId, via: 'api_token' },
      scopes: person.scopes,
      organizationId: person.organizationId ?? null,
      operator: person.operator ?? false,
    };
    return Promise.resolve({ caller, credentialId: token });
  }

  override cookie(): Promise<Verdict> {
    return Promise.resolve({ refused: 'auth.signed_out' });
  }
}

class KnownMembers extends Memberships {
  override roleOf(userId: string, organizationId: string): Promise<Role | null> {
    return Promise.resolve(ROLES[`${userId}/${organizationId}`] ?? null);
  }
}

export interface TestApi {
  app: INestApplication;
  port: number;
  base: string;
  sender: FakeSender;
  /** What was logged, one parsed line each. */
  lines: unknown[];
}

/** The whole API on a port of its own, with a sender that a test rules and one module of tests. */
export async function startTestApi(options: Partial<ApiOptions> = {}): Promise<TestApi> {
  const sender = new FakeSender();
  const lines: unknown[] = [];

  @Module({
    controllers: [ThingsController],
    providers: [{ provide: CommandSender, useValue: sender }],
    exports: [CommandSender],
  })
  class ThingsModule {}

  const app = await createApi({
    modules: [{ module: ThingsModule, global: true }],
    authenticates: { provide: Authenticates, useClass: KnownPeople },
    memberships: { provide: Memberships, useClass: KnownMembers },
    log: jsonLog('info', 'api', { write: (line: string) => lines.push(JSON.parse(line)) }),
    registry: new Registry(),
    cursorKey: Buffer.alloc(32, 1),
    encryptionKeys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    publicUrl: 'http://localhost:3000',
    metricsToken: null,
    release: { version: '1.2.3', commit: null, builtAt: null, api: 'v1' },
    webRoot: WEB_ROOT,
    ...options,
  });
  await app.listen(0, '127.0.0.1');
  const port = Number(new URL(await app.getUrl()).port);
  return { app, port, base: `http://127.0.0.1:${String(port)}`, sender, lines };
}
