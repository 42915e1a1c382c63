import { NotesModule, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { OrganizationWorkerModule } from '@foundry/organization';
import { UserWorkerModule } from '@foundry/user';
import { AuthenticateToken } from '@foundry/user/contracts';
import { ask } from '@foundry/messaging';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryBus } from '@nestjs/cqrs';
import { atDesk } from './desk.js';
import { migrateNow } from './migrate-command.js';
import { operatorProgram } from './program.js';

describe('the operator’s command line', () => {
  const audit = new RecordedAudit();
  const lines: string[] = [];
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await startKernel({ modules: [OrganizationWorkerModule, UserWorkerModule, NotesModule], audit });
  });
  afterAll(() => kernel.stop());
  beforeEach(() => {
    lines.length = 0;
    audit.entries.length = 0;
  });

  const run = async (...words: string[]) => {
    const program = operatorProgram({
      work: (job) => atDesk(kernel.databaseUrl, job),
      migrate: () => migrateNow({}, kernel.databaseUrl),
      address: () => Promise.resolve('http://localhost:4000'),
      demonstration: () => Promise.resolve(null),
      examine: () => Promise.resolve(true),
      say: (line) => lines.push(line),
    });
    await program.parseAsync(words, { from: 'user' });
  };

  const ownerOf = (secret: string) =>
    ask(kernel.workerApp.get(QueryBus, { strict: false }), new AuthenticateToken(secret));

  it('adds a person, registers an organization and admits the person as its owner', async () => {
    await run('user', 'add', '--id', '42', '--login', 'ada', '--name', 'Ada');
    await run('organization', 'register', '--id', '7', '--login', 'acme', '--kind', 'company');
    await run('member', 'admit', '--organization', '7', '--user', '42', '--login', 'ada', '--role', 'admin');
    expect(lines).toEqual([
      'user 42 (ada) is known',
      'organization 7 (acme) is registered',
      'ada is owner of organization 7',
    ]);
    expect(audit.kinds).toEqual(['organization.registered', 'member.joined']);
    expect(audit.entries[0]).toMatchObject({ streamId: '7', actor: { kind: 'system', id: 'operator' } });
  });

  it('migrates what is missing, and again without harm', async () => {
    await run('migrate');
    await run('migrate');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/foundry_test_\w+ is that of this release now$/);
    // the kernel of this test knows two modules; the product has more
    const rows = await kernel.database.sql`select module from messaging.partitioning`;
    expect(rows).toEqual(expect.arrayContaining([{ module: 'audit-log' }, { module: 'github-data' }]));
  });

  it('makes everything for a first look in one step, and again without harm', async () => {
    await run('quickstart', '--login', 'cleo');
    await run('quickstart', '--login', 'cleo');
    const secret = lines.filter((line) => line.startsWith('  fdy_')).map((line) => line.trim());
    expect(secret).toHaveLength(2);
    expect(lines.at(-1)).toContain('http://localhost:4000/v1/organizations/2000001');
    expect(await ownerOf(secret[0] ?? '')).toMatchObject({ userId: '1000001', organizationId: null, expired: false });
  });

  it('makes a token that works, lists it without its secret, and ends it', async () => {
    await run('user', 'add', '--id', '43', '--login', 'ben');
    await run(
      'token',
      'create',
      '--user',
      '43',
      '--name',
      'nightly',
      '--scopes',
      'tasks:read',
      'audit:read',
      '--days',
      '7',
    );
    const secret = lines.at(-1) ?? '';
    const owner = await ownerOf(secret);
    expect(owner).toMatchObject({ userId: '43', scopes: ['tasks:read', 'audit:read'], organizationId: null });
    expect(audit.entries[0]).toMatchObject({ kind: 'token.created', streamId: '43' });
    expect(JSON.stringify(audit.entries)).not.toContain(secret);

    lines.length = 0;
    await run('token', 'list', '--user', '43');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('nightly');
    expect(lines[0]).not.toContain(secret);

    await run('token', 'revoke', '--user', '43', '--token', owner?.tokenId ?? '');
    expect(await ownerOf(secret)).toBeNull();
    expect(audit.kinds).toEqual(['token.created', 'token.revoked']);
  });

  it('says why something was refused', async () => {
    const admit = ['member', 'admit', '--organization', '99', '--user', '42', '--login', 'ada'];
    await expect(run(...admit)).rejects.toThrow('resource.not_found');
    const create = ['token', 'create', '--user', '42', '--name', 'x', '--scopes', 'tasks:fly'];
    await expect(run(...create)).rejects.toThrow('token.scope');
    const nobody = ['token', 'create', '--user', '404', '--name', 'x', '--scopes', 'tasks:read'];
    await expect(run(...nobody)).rejects.toThrow('add them first');
    expect(lines).toEqual([]);
  });
});
