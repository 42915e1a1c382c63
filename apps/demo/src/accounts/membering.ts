import { membershipView, nodeId, simpleUser } from './account.view.js';
import type { Github } from '../github.js';
import type { Membership, Organization, Repository, Role, User } from '../state/records.js';

/** How people come and go. Every act tells the Apps that listen. */
export function addMember(
  github: Github,
  organization: Organization,
  user: User,
  role: Membership['role'],
  byId: number,
) {
  const { world, announcer } = github;
  const present = world.membership(organization.id, user.id);
  const row: Membership = { organizationId: organization.id, userId: user.id, role, state: 'active' };
  if (present) Object.assign(present, row);
  else world.memberships.push(row);
  world.touch();
  // A change of role sends nothing on GitHub; who wants to know it must ask.
  if (present?.state === 'active') return;
  announcer.aboutOrganization('organization', organization.id, byId, {
    action: 'member_added',
    membership: membershipView(world, row),
  });
}

export function inviteMember(
  { world, clock, announcer }: Github,
  organization: Organization,
  user: User,
  byId: number,
): void {
  world.memberships.push({ organizationId: organization.id, userId: user.id, role: 'member', state: 'pending' });
  world.touch();
  const id = world.newId();
  announcer.aboutOrganization('organization', organization.id, byId, {
    action: 'member_invited',
    invitation: {
      id,
      node_id: nodeId('OrganizationInvitation', id),
      login: user.login,
      email: null,
      role: 'direct_member',
      created_at: clock.text(),
      failed_at: null,
      failed_reason: null,
      inviter: simpleUser(world, byId),
      team_count: 0,
      invitation_teams_url: `${world.addresses.api}/organizations/${organization.id}/invitations/${id}/teams`,
      invitation_source: 'member',
    },
    user: simpleUser(world, user.id),
  });
}

/** Takes a person out of the organization, and with it out of all its repositories. */
export function removeMember({ world, announcer }: Github, organization: Organization, user: User, byId: number): void {
  const row = world.membership(organization.id, user.id);
  if (!row) return;
  world.memberships = world.memberships.filter((other) => other !== row);
  const owned = new Set(world.repositoriesOf(organization.id).map(({ id }) => id));
  world.collaborators = world.collaborators.filter(
    ({ userId, repositoryId }) => userId !== user.id || !owned.has(repositoryId),
  );
  world.touch();
  announcer.aboutOrganization('organization', organization.id, byId, {
    action: 'member_removed',
    membership: membershipView(world, row),
  });
}

/** Gives a person a role in one repository; `none` takes it away. */
export function setCollaborator(github: Github, repository: Repository, user: User, role: Role, byId: number): void {
  const { world, announcer } = github;
  const before = world.collaborators.find((row) => row.repositoryId === repository.id && row.userId === user.id);
  world.collaborators = world.collaborators.filter((row) => row !== before);
  if (role !== 'none') world.collaborators.push({ repositoryId: repository.id, userId: user.id, role });
  world.touch();
  const action = role === 'none' ? 'removed' : before ? 'edited' : 'added';
  const from = before ? { old_permission: { from: before.role } } : {};
  announcer.aboutRepository('member', repository, byId, {
    action,
    member: simpleUser(world, user.id),
    ...(action === 'removed' ? {} : { changes: { ...from, permission: { from: before?.role ?? null, to: role } } }),
  });
}

/** Gives an organization another login. */
export function renameOrganization(github: Github, organization: Organization, login: string, byId: number): void {
  const { world, announcer } = github;
  const from = organization.login;
  for (const repository of world.repositoriesOf(organization.id)) {
    repository.formerNames.push(`${from}/${repository.name}`);
  }
  organization.login = login;
  world.reindex();
  world.touch();
  announcer.aboutOrganization('organization', organization.id, byId, {
    action: 'renamed',
    changes: { login: { from } },
    membership: membershipView(world, {
      organizationId: organization.id,
      userId: byId,
      role: 'admin',
      state: 'active',
    }),
  });
  for (const installation of world.installations.values()) {
    if (installation.accountId !== organization.id) continue;
    announcer.aboutInstallation('installation_target', installation, byId, {
      action: 'renamed',
      account: { ...simpleUser(world, organization.id), ...{ description: organization.description } },
      changes: { login: { from } },
      target_type: 'Organization',
      installation: { id: installation.id },
    });
  }
}

/** Gives a person another login. Their repositories move with them. */
export function renameUser({ world }: Github, user: User, login: string): void {
  for (const repository of world.repositoriesOf(user.id)) repository.formerNames.push(world.fullName(repository));
  user.login = login;
  world.reindex();
  world.touch();
}
