import type { Actor, Envelope } from '@foundry/messaging/contracts';
import { NotesModule, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AdmitMember,
  GrantRole,
  MembershipOf,
  RegisterOrganization,
  RemoveMember,
  ReviewMembers,
  SettingsView,
  UpdateProfile,
  UpdateSettings,
} from './contracts/index.js';
import { OrganizationWorkerModule } from './organization-worker.module.js';
import { MembershipOfQuery } from './queries/membership.query.js';
import { MembersQuery } from './queries/members.query.js';
import { OrganizationQuery } from './queries/organization.query.js';

const FOUNDRY: Actor = { kind: 'system', module: 'github-data' };
const ANA = '1';
const BEN = '2';
const CLEO = '3';
const session = (userId: string): Actor => ({ kind: 'user', userId, via: 'session' });

let next = 1000;

describe('an organization on the kernel', () => {
  const audit = new RecordedAudit();
  let kernel: TestKernel;
  let acme: string;

  beforeAll(async () => {
    kernel = await startKernel({ modules: [OrganizationWorkerModule, NotesModule], audit });
  });
  afterAll(() => kernel.stop());

  const admit = (userId: string, githubRole: 'admin' | 'member' = 'member') =>
    new AdmitMember({
      organizationId: acme,
      userId,
      login: `user-${userId}`,
      name: null,
      avatarUrl: null,
      githubRole,
      verifiedAt: new Date().toISOString(),
    });
  const grant = (userId: string, role: GrantRole['payload']['role']) =>
    new GrantRole({ organizationId: acme, userId, role });
  const roleOf = async (userId: string) =>
    (await new MembershipOfQuery(kernel.database).execute(new MembershipOf(userId, acme)))?.role ?? null;
  const version = async () => (await new OrganizationQuery(kernel.database).find(acme))?.organization.version ?? 0;
  const refused = async (command: Parameters<TestKernel['request']>[0], actor: Actor) => {
    const requested = await kernel.request(command, actor);
    return requested.state === 'settled' ? requested.reply : null;
  };

  beforeEach(async () => {
    next += 1;
    acme = String(next);
    const register = new RegisterOrganization({
      accountId: acme,
      kind: 'company',
      login: `acme-${acme}`,
      name: 'Acme',
    });
    await kernel.handled(register, FOUNDRY);
    await kernel.handled(admit(ANA, 'admin'), FOUNDRY);
    await kernel.handled(admit(BEN), FOUNDRY);
    audit.entries.length = 0;
  });

  it('is claimed by its first member, and registering it again changes nothing', async () => {
    const found = await new OrganizationQuery(kernel.database).find(acme);
    expect(found?.organization).toMatchObject({ state: 'active', displayName: 'Acme', version: 2 });
    expect([await roleOf(ANA), await roleOf(BEN), await roleOf(CLEO)]).toEqual(['owner', 'member', null]);
    const again = new RegisterOrganization({ accountId: acme, kind: 'company', login: `acme-${acme}`, name: 'Acme' });
    await kernel.handled(again, FOUNDRY);
    await kernel.handled(admit(ANA, 'admin'), FOUNDRY);
    expect(await version()).toBe(2);
    expect(audit.kinds).toEqual([]);
  });

  it('grants, refuses and audits roles', async () => {
    await kernel.handled(grant(BEN, 'admin'), session(ANA));
    await kernel.handled(admit(CLEO), FOUNDRY);
    await expect(refused(grant(CLEO, 'admin'), session(BEN))).resolves.toMatchObject({ code: 'member.needs_owner' });
    await expect(refused(grant(BEN, 'viewer'), session(CLEO))).resolves.toMatchObject({ code: 'role.too_low' });
    await expect(refused(grant(ANA, 'blocked'), session(BEN))).resolves.toMatchObject({ code: 'member.github_owner' });
    await expect(refused(grant(ANA, 'blocked'), session('99'))).resolves.toMatchObject({ code: 'resource.not_found' });
    expect(await roleOf(BEN)).toBe('admin');
    expect(audit.kinds).toEqual([
      'member.role_granted',
      'member.joined',
      '!member.role_granted',
      '!member.role_granted',
    ]);
    expect(audit.entries[0]).toMatchObject({
      streamId: acme,
      actor: { kind: 'user', id: ANA },
      details: { new: 'admin' },
    });
  });

  it('shows a change on the organization’s topic and on the person’s own', async () => {
    const told = new Promise<Envelope>((resolve) => {
      const stop = kernel.stream.onEvent((event) => {
        if (event.organizationId !== acme || event.name !== 'organization.memberChanged') return;
        stop();
        resolve(event);
      });
    });
    await kernel.handled(grant(BEN, 'viewer'), session(ANA));
    const { frames } = await told;
    expect(frames?.map(({ topic, type }) => [topic, type])).toEqual([
      [`organization:${acme}`, 'member'],
      [`app:${BEN}`, 'organization'],
    ]);
  });

  it('lets one of two admins win who save settings from the same version', async () => {
    await kernel.handled(grant(BEN, 'admin'), session(ANA));
    const from = await version();
    audit.entries.length = 0;
    const save = (idleMinutes: number) =>
      new UpdateSettings({ organizationId: acme, patch: { idleMinutes }, expectedVersion: from });
    const replies = await Promise.all([refused(save(20), session(ANA)), refused(save(30), session(BEN))]);
    expect(replies.map((reply) => reply?.code ?? reply?.outcome).sort()).toEqual(['handled', 'version.conflict']);
    const winner = SettingsView.parse(replies.find((reply) => reply?.outcome === 'handled')?.result);
    const found = await new OrganizationQuery(kernel.database).find(acme);
    expect(found?.settings).toEqual(winner.settings);
    expect(audit.kinds).toEqual(['settings.changed']);
  });

  it('gives members the new default role, and keeps those that somebody granted', async () => {
    await kernel.handled(admit(CLEO), FOUNDRY);
    await kernel.handled(grant(CLEO, 'member'), session(ANA));
    const patch = { defaultRole: 'viewer' } as const;
    await kernel.handled(
      new UpdateSettings({ organizationId: acme, patch, expectedVersion: await version() }),
      session(ANA),
    );
    expect([await roleOf(ANA), await roleOf(BEN), await roleOf(CLEO)]).toEqual(['owner', 'viewer', 'member']);
  });

  it('reviews its members: one entry for each change, none for a list that changes nothing', async () => {
    await kernel.handled(admit(CLEO), FOUNDRY);
    audit.entries.length = 0;
    const list = (members: ReviewMembers['payload']['members']) =>
      new ReviewMembers({ organizationId: acme, members, complete: true, observedAt: new Date().toISOString() });
    const ana = { userId: ANA, githubRole: 'admin' } as const;
    await kernel.handled(
      list([ana, { userId: BEN, githubRole: 'admin' }, { userId: '99', githubRole: 'member' }]),
      FOUNDRY,
    );
    expect([await roleOf(BEN), await roleOf(CLEO), await roleOf('99')]).toEqual(['owner', null, null]);
    expect(audit.kinds.sort()).toEqual(['member.removed', 'member.role_changed']);
    audit.entries.length = 0;
    await kernel.handled(list([ana, { userId: BEN, githubRole: 'admin' }]), FOUNDRY);
    expect(audit.kinds).toEqual([]);
  });

  it('removes a member once', async () => {
    const remove = new RemoveMember({ organizationId: acme, userId: BEN, reason: 'user_deleted' });
    await kernel.handled(remove, FOUNDRY);
    await kernel.handled(remove, FOUNDRY);
    expect(await roleOf(BEN)).toBeNull();
    expect(await new MembersQuery(kernel.database).page(acme, {}, null, 10)).toHaveLength(1);
    expect(audit.kinds).toEqual(['member.removed']);
  });

  it('is renamed by admins only', async () => {
    const rename = new UpdateProfile({
      organizationId: acme,
      displayName: 'Our Acme',
      expectedVersion: await version(),
    });
    await expect(refused(rename, session(BEN))).resolves.toMatchObject({ code: 'role.too_low' });
    await kernel.handled(rename, session(ANA));
    expect((await new OrganizationQuery(kernel.database).find(acme))?.organization.displayName).toBe('Our Acme');
    expect(audit.kinds).toEqual(['organization.renamed']);
  });
});
