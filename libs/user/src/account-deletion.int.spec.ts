import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { UserTokens } from '@foundry/github-data/contracts';
import type { ModuleManifest } from '@foundry/messaging';
import { NotesModule, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { AccountsDiscovered } from '@foundry/github-data/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { z } from 'zod';
import { eventually } from '@foundry/messaging/testing';
import { StoredPeople } from './auth-rows/stored-people.js';
import { DeleteAccount, OpenTask, SaveDraft, taskScope, UpdatePreferences } from './contracts/index.js';
import { ElsewhereModule, telling } from './testing/elsewhere.js';
import { ACME, session } from './testing/state-desk.js';
import { UserWorkerModule } from './user-worker.module.js';

const Body = z.object({ access_token: z.string() });

/** GitHub's end of a grant; it verifies who asks. */
class Grants {
  readonly ended: string[] = [];
  answers = 204;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Grants> {
    const server = createServer();
    const grants = new Grants(server);
    server.on('request', (request, response) => {
      void json(request).then((body) => {
        const basic = `Basic ${Buffer.from('Iv1.test:planted').toString('base64')}`;
        const isOurs = request.method === 'DELETE' && request.url === '/applications/Iv1.test/grant';
        const status = isOurs && request.headers.authorization === basic ? grants.answers : 401;
        if (status === 204) grants.ended.push(Body.parse(body).access_token);
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return grants;
  }

  get url(): string {
    const address = this.server.address();
    return typeof address === 'object' && address ? `http://127.0.0.1:${String(address.port)}` : '';
  }

  stop(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

class KnownTokens extends UserTokens {
  override tokenOf(userId: string): Promise<{ token: string }> {
    return Promise.resolve({ token: `ghu_of_${userId}` });
  }
}

/** Stands for the port of the worker. */
@Global()
@Module({ providers: [{ provide: UserTokens, useClass: KnownTokens }], exports: [UserTokens] })
class TokensModule {
  static readonly manifest: ModuleManifest = {
    name: 'tokens',
    entities: [],
    migrations: [],
    commands: [],
    events: [],
    effects: [],
  };
}

describe('an account', () => {
  const audit = new RecordedAudit();
  let grants: Grants;
  let kernel: TestKernel;
  let userId = '500';
  let sessionId = '';

  beforeAll(async () => {
    grants = await Grants.start();
    Object.assign(process.env, {
      GITHUB_CLIENT_ID: 'Iv1.test',
      GITHUB_CLIENT_SECRET: 'planted',
      GITHUB_API_URL: grants.url,
    });
    const modules = [UserWorkerModule, TokensModule, ElsewhereModule, NotesModule];
    kernel = await startKernel({ modules, audit });
  });
  afterAll(async () => {
    await kernel.stop();
    await grants.stop();
    for (const key of ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET', 'GITHUB_API_URL'])
      Reflect.deleteProperty(process.env, key);
  });
  beforeEach(async () => {
    userId = String(Number(userId) + 1);
    sessionId = randomUUID();
    grants.answers = 204;
    const person = {
      userId,
      login: `login-${userId}`,
      name: `Name ${userId}`,
      avatarUrl: `https://x.example/${userId}`,
    };
    await new StoredPeople(kernel.database).record(person);
    await signIn('1 minute');
  });

  const write = (...parameters: Parameters<TestKernel['database']['sql']>) =>
    kernel.database.transaction((sql) => sql(...parameters));
  const signIn = async (ago: string) => {
    await write`
      insert into "user".auth_sessions (session_id, token_hash, user_id, created_at, last_seen_at, idle_expires_at, expires_at,
        ip_prefix, user_agent)
      values (${sessionId}, sha256(${Buffer.from(sessionId)}), ${userId}, now() - ${ago}::interval, now(),
        now() + interval '1 day', now() + interval '1 day', '', '')
      on conflict (session_id) do update set created_at = excluded.created_at`;
    await write`
      insert into "user".github_accounts (user_id, state, access_token, key_id, token_version)
      values (${userId}, 'connected', 'sealed', 'k1', 1) on conflict do nothing`;
  };
  const act = (command: Parameters<TestKernel['handled']>[0]) => kernel.handled(command, session(userId));
  const fill = async () => {
    const [taskId, sessionOfTask] = [randomUUID(), randomUUID()];
    const of = { userId, organizationId: ACME, taskId };
    await act(new OpenTask({ ...of, activeSessionId: sessionOfTask }));
    const scope = taskScope(taskId, sessionOfTask);
    await act(new SaveDraft({ userId, organizationId: ACME, scope, messageId: randomUUID(), text: 'dear diary' }));
    await act(new UpdatePreferences({ userId, patch: { sendKey: 'mod_enter' } }));
  };
  const remove = () => kernel.request(new DeleteAccount({ userId, sessionId }), session(userId));
  const left = async () => {
    const tables = [
      'task_state',
      'session_state',
      'inbox_items',
      'drafts',
      'preferences',
      'api_tokens',
      'auth_sessions',
    ];
    const all = await kernel.database.sql`
      select 'task_state' as name from "user".task_state where user_id = ${userId}
      union all select 'session_state' from "user".session_state where user_id = ${userId}
      union all select 'inbox_items' from "user".inbox_items where user_id = ${userId}
      union all select 'drafts' from "user".drafts where user_id = ${userId}
      union all select 'preferences' from "user".preferences where user_id = ${userId}
      union all select 'api_tokens' from "user".api_tokens where user_id = ${userId}
      union all select 'auth_sessions' from "user".auth_sessions where user_id = ${userId}
      union all select 'github_accounts' from "user".github_accounts where user_id = ${userId}`;
    const names = z
      .array(z.object({ name: z.string() }))
      .parse(all)
      .map(({ name }) => name);
    expect(tables.length).toBeGreaterThan(0);
    return names;
  };

  it('that is deleted leaves an id, and its grant at GitHub is taken back', async () => {
    await fill();
    const told = new Promise((resolve) => {
      kernel.stream.onEvent((event) => {
        if (event.name === 'user.deleted' && event.entityId === userId) resolve(event.payload);
      });
    });
    expect(await remove()).toMatchObject({ reply: { outcome: 'handled' } });
    expect(await told).toMatchObject({ userId });
    await eventually(async () => {
      expect(await left()).toEqual([]);
    });
    expect(grants.ended).toContain(`ghu_of_${userId}`);
    expect(
      await kernel.database.sql`
        select login, name, avatar_url, email, last_sign_in_at, deleted_at is not null as gone from "user".users
        where user_id = ${userId}`,
    ).toEqual([{ login: '', name: null, avatar_url: null, email: null, last_sign_in_at: null, gone: true }]);
    const entry = audit.entries.find(({ kind, streamId }) => kind === 'user.deleted' && streamId === userId);
    expect(entry).toMatchObject({ subject: { type: 'user', id: userId } });
    expect(JSON.stringify(entry)).not.toContain(`login-${userId}`);
  });

  it('that is deleted is named in the inbox of nobody', async () => {
    await write`
      insert into "user".inbox_items (user_id, item_id, organization_id, task_id, kind, reason, cause_id, title, login, at, version)
      select 9, gen_random_uuid(), ${ACME}, gen_random_uuid(), 'finished', 'finished', 'turn:' || login, 'Greet', login, now(), 1
      from unnest(${[`Login-${userId}`, 'somebody-else']}::text[]) as login`;
    await remove();
    const rows = await kernel.database
      .sql`select login, version from "user".inbox_items where user_id = 9 order by login`;
    expect(rows).toEqual([
      { login: 'somebody-else', version: 1 },
      { login: null, version: 2 },
    ]);
  });

  it('goes also when GitHub does not know its token any more', async () => {
    grants.answers = 404;
    await remove();
    await eventually(async () => {
      expect(await left()).toEqual([]);
    });
  });

  it('is not deleted with a sign-in of more than ten minutes ago, or of somebody else', async () => {
    await signIn('11 minutes');
    expect(await remove()).toMatchObject({ reply: { outcome: 'rejected', code: 'session.too_old' } });
    const other = await kernel.request(new DeleteAccount({ userId, sessionId }), session('1'));
    expect(other).toMatchObject({ reply: { code: 'resource.not_found' } });
    expect(await left()).toContain('auth_sessions');
  });

  it('that is deleted keeps nothing of what arrives late', async () => {
    await remove();
    const scope = taskScope(randomUUID(), randomUUID());
    const save = new SaveDraft({ userId, organizationId: ACME, scope, messageId: randomUUID(), text: 'late' });
    expect(await kernel.request(save, session(userId))).toMatchObject({ reply: { code: 'resource.not_found' } });
    await eventually(async () => {
      expect(await left()).toEqual([]);
    });
  });

  it('whose person signs in again meanwhile keeps its new tokens', async () => {
    grants.answers = 503;
    await remove();
    await eventually(async () => {
      expect(await left()).toEqual(['github_accounts']);
    });
    // between two tries, so that none is under way with the old tokens
    await eventually(async () => {
      const tries = await kernel.database.sql`
        select state from messaging.effect where name = 'user.deleteGithubGrant' and entity_id = ${userId}`;
      expect(tries).toEqual([{ state: 'waiting' }]);
    });
    await new StoredPeople(kernel.database).record({ userId, login: 'back', name: null, avatarUrl: null });
    grants.answers = 204;
    await eventually(async () => {
      const ended = await kernel.database.sql`
        select 1 from messaging.outbox o join messaging.inbox i on i.command_id = o.id
        where o.name = 'user.recordGrantEnded' and o.entity_id = ${userId}`;
      expect(ended).toHaveLength(1);
    });
    expect(await left()).toEqual(['github_accounts']);
    expect(grants.ended).not.toContain(`ghu_of_${userId}`);
  });

  describe('follows the profile at GitHub', () => {
    const found = async (at: number, over: { name?: string | null; email?: string | null; login?: string } = {}) => {
      const { name = 'Ana B.', email = null, login = 'renamed' } = over;
      const event = new AccountsDiscovered({
        userId,
        profile: { login, name, avatarUrl: null },
        email,
        accounts: [],
        memberships: [],
        denied: [],
        complete: true,
        reason: null,
        verifiedAt: new Date(Date.now() + at).toISOString(),
      });
      await kernel.handled(telling(event), { kind: 'system', module: 'elsewhere' });
    };
    const stored = async () => {
      const [row] = await kernel.database.sql`
        select login, name, email, email_verified, version from "user".users where user_id = ${userId}`;
      return row;
    };

    it('in name, login and verified address, on the person’s own topic', async () => {
      const frames: unknown[] = [];
      kernel.stream.onEvent((event) => {
        if (event.name === 'user.profileChanged' && event.entityId === userId) frames.push(event.frames);
      });
      await found(1_000, { email: 'ana@example.com' });
      await eventually(async () => {
        expect(await stored()).toEqual({
          ...{ login: 'renamed', name: 'Ana B.', email: 'ana@example.com', email_verified: true, version: 2 },
        });
      });
      await eventually(() => {
        expect(frames).toMatchObject([[{ topic: `app:${userId}`, type: 'user', data: { login: 'renamed' } }]]);
      });
      expect(JSON.stringify(frames)).not.toContain('ana@example.com');
      expect(await act(new UpdatePreferences({ userId, patch: { commitEmail: 'primary' } }))).toMatchObject({
        commitEmail: 'primary',
      });
    });

    it('without losing the address that GitHub did not name this time, and without going back', async () => {
      await found(1_000, { email: 'ana@example.com', name: 'one\u0007' });
      await found(3_000, { name: 'three' });
      await found(2_000, { name: 'two' });
      await eventually(async () => {
        expect(await stored()).toMatchObject({ name: 'three', email: 'ana@example.com', version: 3 });
      });
      await found(4_000, { name: 'three' });
      await found(5_000, { name: 'four' });
      await eventually(async () => {
        expect(await stored()).toMatchObject({ name: 'four', version: 4 });
      });
    });
  });
});
