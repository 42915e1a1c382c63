import type { Membership, Organization, User } from '../state/records.js';
import type { Account, World } from '../state/world.js';

/** A node id in GitHub's old form; it differs for each kind and row. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`0${kind.length}:${kind}${id}`).toString('base64');
}

export function avatarUrl(world: World, id: number): string {
  return `${world.addresses.web}/avatars/u/${id}?v=4`;
}

function shared(world: World, { id, login }: { id: number; login: string }, kind: 'User' | 'Organization') {
  const path = encodeURIComponent(login); // a bot's login has brackets
  const url = `${world.addresses.api}/users/${path}`;
  return {
    login,
    id,
    node_id: nodeId(kind, id),
    avatar_url: avatarUrl(world, id),
    gravatar_id: '',
    url,
    html_url: `${world.addresses.web}/${path}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    site_admin: false,
  };
}

/** GitHub's `simple-user`: a person, a bot or an organization as it stands inside other answers. */
export function accountView(world: World, account: Account) {
  const type = account.kind === 'User' ? account.record.type : 'Organization';
  return { ...shared(world, account.record, account.kind), type, user_view_type: 'public' };
}

export function simpleUser(world: World, id: number) {
  return accountView(world, world.account(id));
}

export function publicUser(world: World, user: User) {
  const owned = world.repositoriesOf(user.id);
  return {
    ...accountView(world, { kind: 'User', record: user }),
    name: user.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: user.bio,
    twitter_username: null,
    public_repos: owned.filter((repository) => !repository.private).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: user.createdAt,
    updated_at: user.createdAt,
  };
}

/** What a person sees of themself at `GET /user`. */
export function privateUser(world: World, user: User) {
  const owned = world.repositoriesOf(user.id).filter((repository) => repository.private).length;
  return {
    ...publicUser(world, user),
    user_view_type: 'private',
    email: user.email,
    notification_email: user.email,
    private_gists: 0,
    total_private_repos: owned,
    owned_private_repos: owned,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: true,
  };
}

export function organizationSimple(world: World, { id, login, description }: Organization) {
  const url = `${world.addresses.api}/orgs/${login}`;
  return {
    login,
    id,
    node_id: nodeId('Organization', id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: avatarUrl(world, id),
    description,
  };
}

export function organizationFull(world: World, organization: Organization) {
  const owned = world.repositoriesOf(organization.id);
  return {
    ...organizationSimple(world, organization),
    name: organization.name,
    blog: `${world.addresses.web}/${organization.login}`,
    is_verified: false,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: owned.filter((repository) => !repository.private).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${world.addresses.web}/${organization.login}`,
    created_at: organization.createdAt,
    updated_at: organization.createdAt,
    archived_at: null,
    type: 'Organization',
  };
}

/** GitHub's `org-membership`. */
export function membershipView(world: World, { organizationId, userId, role, state }: Membership) {
  const organization = world.organizations.get(organizationId);
  if (!organization) throw new Error(`No organization ${organizationId}`);
  const url = `${world.addresses.api}/orgs/${organization.login}`;
  return {
    url: `${url}/memberships/${world.user(userId).login}`,
    state,
    role,
    organization_url: url,
    organization: organizationSimple(world, organization),
    user: simpleUser(world, userId),
  };
}
