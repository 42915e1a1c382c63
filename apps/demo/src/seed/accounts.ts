import type { Github } from '../github.js';
import { timestamp } from '../state/clock.js';
import type { Organization, User } from '../state/records.js';
import { organization, people } from './people.js';

const founded = Date.UTC(2024, 2, 4, 9, 30);

export function seedPerson({ world }: Github, login: string, name: string, bio: string | null): User {
  const user: User = {
    id: world.newId(),
    login,
    type: 'User',
    name,
    email: `${login}@${organization.login}.example`,
    bio,
    createdAt: timestamp(founded),
  };
  world.users.set(user.id, user);
  return user;
}

export function seedOrganization(
  { world }: Github,
  about: Pick<Organization, 'login' | 'name' | 'description'>,
): Organization {
  const row: Organization = { ...about, id: world.newId(), baseRole: 'write', createdAt: timestamp(founded) };
  world.organizations.set(row.id, row);
  return row;
}

/** The demo people, as members of an organization; who has no role is left outside. */
export function seedPeople(github: Github, organizationId: number): Map<string, User> {
  const { world } = github;
  const users = new Map<string, User>();
  for (const { login, name, bio, role } of people) {
    const user = seedPerson(github, login, name, bio);
    users.set(login, user);
    if (role) world.memberships.push({ organizationId, userId: user.id, role, state: 'active' });
  }
  return users;
}
