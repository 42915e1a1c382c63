import { ScratchDatabase } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MembershipOf, type MemberView, OrganizationsOf } from '../contracts/index.js';
import { Member } from '../domain/member.entity.js';
import { presentRole } from '../domain/roles.js';
import { manifest } from '../manifest.js';
import { ACME, ANA, anOrganization, BEN, CLEO } from '../testing/people.js';
import { positionOf } from './member-rows.js';
import { MembershipOfQuery, OrganizationsOfQuery } from './membership.query.js';
import { MembersQuery } from './members.query.js';
import { OrganizationQuery } from './organization.query.js';

const OTHER = '8';
const HOUR_MS = 3_600_000;

/** Members are stored with real times, because the database's clock decides what lapsed. */
function member(
  userId: string,
  over: { organizationId?: string; login?: string; admin?: boolean; hoursAgo?: number } = {},
) {
  const { organizationId = ACME, login = `user-${userId}`, admin = false, hoursAgo = 1 } = over;
  const organization = anOrganization({ organizationId });
  const now = new Date(Date.now() - hoursAgo * HOUR_MS);
  const githubRole = admin ? 'admin' : 'member';
  const seen = { login, name: `Name ${userId}`, avatarUrl: null, githubRole, verifiedAt: now } as const;
  return Member.admit(organizationId, userId, seen, organization.roleRules(), now);
}

describe('questions about organizations', () => {
  let database: ScratchDatabase;
  let members: MembersQuery;
  const rules = anOrganization().roleRules();

  beforeAll(async () => {
    database = await ScratchDatabase.create(manifest);
    members = new MembersQuery(database);
  });
  afterAll(() => database.drop());
  beforeEach(() => database.sql`truncate organization.organizations, organization.members`);

  const roleOf = (userId: string, organizationId = ACME) =>
    new MembershipOfQuery(database).execute(new MembershipOf(userId, organizationId));

  it('keeps every column of both tables', async () => {
    const organization = anOrganization({ settings: { branchPrefix: 'x/' } });
    await database.save(organization, member(ANA, { admin: true }));
    const found = await new OrganizationQuery(database).find(ACME);
    expect(found?.organization).toEqual(organization.view());
    expect(found?.settings).toEqual(organization.settingsView().settings);
    const [ana] = await members.page(ACME, {}, null, 10);
    expect(ana).toMatchObject({ userId: ANA, role: 'owner', state: 'active', name: 'Name 1', grantedRole: null });
  });

  it('knows the role of members only, and only in their own organization', async () => {
    const gone = member(CLEO);
    gone.remove('github_removed', new Date());
    await database.save(anOrganization(), anOrganization({ organizationId: OTHER }), member(BEN), gone);
    expect(await roleOf(BEN)).toEqual({ organizationId: ACME, userId: BEN, role: 'member' });
    expect([await roleOf(CLEO), await roleOf(ANA), await roleOf(BEN, OTHER)]).toEqual([null, null, null]);
  });

  it.each([71, 73])('agrees with the entity about a member confirmed %d hours ago', async (hoursAgo) => {
    const admin = member(BEN, { admin: true, hoursAgo });
    await database.save(anOrganization(), admin);
    const role = admin.roleAt(new Date(), rules);
    expect(await roleOf(BEN)).toMatchObject({ role });
    expect(await members.page(ACME, { role }, null, 10)).toHaveLength(1);
    expect(role).toBe(hoursAgo > 72 ? 'viewer' : 'owner');
  });

  it('lapses at the same instant in SQL and in the entity, and never in a personal organization', async () => {
    const at = new Date('2030-01-04T12:00:00.000Z');
    for (const kind of ['company', 'personal'] as const) {
      for (const verifiedAt of [new Date('2030-01-01T12:00:00.000Z'), new Date('2030-01-01T11:59:59.999Z')]) {
        const rows = await database.sql`
          select organization.present_role('admin', ${kind}, ${verifiedAt}::timestamptz, ${at}::timestamptz) as role`;
        expect(rows).toEqual([{ role: presentRole('admin', verifiedAt, kind, at) }]);
      }
    }
  });

  it('lists the organizations of a person by login, with a version that either row raises', async () => {
    const acme = anOrganization();
    const ben = member(BEN);
    await database.save(acme, ben, anOrganization({ organizationId: OTHER }), member(CLEO, { organizationId: OTHER }));
    const list = () => new OrganizationsOfQuery(database).execute(new OrganizationsOf(BEN));
    const [before] = await list();
    expect(before).toMatchObject({ id: ACME, login: 'acme', displayName: 'Acme', role: 'member', version: 3 });
    acme.rename('Our Acme', new Date());
    ben.grant('viewer', rules, new Date());
    await database.save(acme, ben);
    expect(await list()).toEqual([{ ...before, displayName: 'Our Acme', role: 'viewer', version: 5 }]);
  });

  it('pages members by role and then login without skipping or repeating', async () => {
    const people = ['zoe', 'Adam', 'bob', 'Åsa', 'carl'].map((login, index) => member(String(index + 10), { login }));
    await database.save(anOrganization(), member(ANA, { admin: true, login: 'yve' }), ...people);
    const whole = await members.page(ACME, {}, null, 100);
    expect(whole.map(({ login }) => login)).toEqual(['yve', 'Adam', 'bob', 'carl', 'zoe', 'Åsa']);
    const paged: MemberView[] = [];
    for (let page = await members.page(ACME, {}, null, 1); page[0];) {
      paged.push(page[0]);
      page = await members.page(ACME, {}, positionOf(page[0]), 1);
    }
    expect(paged).toEqual(whole);
  });

  it('finds members by part of login or name, taking no character for a pattern', async () => {
    await database.save(anOrganization(), member(BEN, { login: 'octo-cat' }), member(CLEO, { login: 'dog' }));
    const found = async (q: string) => (await members.page(ACME, { q }, null, 10)).map(({ login }) => login);
    expect(await found('CAT')).toEqual(['octo-cat']);
    expect(await found('name 3')).toEqual(['dog']);
    expect(await found('%')).toEqual([]);
  });

  it('shows blocked people only when asked for', async () => {
    const blocked = member(CLEO);
    blocked.grant('blocked', rules, new Date());
    await database.save(anOrganization(), member(BEN), blocked);
    expect((await members.page(ACME, {}, null, 10)).map(({ userId }) => userId)).toEqual([BEN]);
    expect((await members.page(ACME, { role: 'blocked' }, null, 10)).map(({ userId }) => userId)).toEqual([CLEO]);
  });

  it('names the organization in every statement, except a person’s own list', async () => {
    await database.save(anOrganization(), member(BEN));
    database.statements.length = 0;
    await roleOf(BEN);
    await members.page(ACME, {}, null, 10);
    await new OrganizationQuery(database).find(ACME);
    expect(database.statements).toHaveLength(3);
    for (const { text, values } of database.statements) {
      expect(text).toMatch(/organization_id = \$\d/);
      expect(values).toContain(ACME);
    }
  });

  it('keeps a login that two organizations have for a moment', async () => {
    await database.save(anOrganization(), anOrganization({ organizationId: OTHER }));
    expect(
      await database.sql`select count(*)::int as n from organization.organizations where lower(login) = 'acme'`,
    ).toEqual([{ n: 2 }]);
    expect(await new OrganizationQuery(database).find('99')).toBeNull();
  });
});
