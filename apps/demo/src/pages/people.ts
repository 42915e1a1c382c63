import { avatarUrl } from '../accounts/account.view.js';
import type { User } from '../state/records.js';
import type { World } from '../state/world.js';
import { html, type Html } from './html.js';

/** What a person is to the organizations here, for people who choose among names. */
function standing(world: World, user: User): string {
  const rows = world.memberships.filter(({ userId }) => userId === user.id);
  const names = rows.map(({ organizationId, role }) => {
    const login = world.organizations.get(organizationId)?.login ?? '';
    return `${role === 'admin' ? 'owner' : 'member'} of ${login}`;
  });
  return names.length > 0 ? names.join(', ') : 'not in an organization';
}

/** A button that sends the person's login under `name`. */
export function personButton(world: World, user: User, name: string): Html {
  return html`<button class="person" name="${name}" value="${user.login}">
    <img src="${avatarUrl(world, user.id)}" alt="" width="40" height="40" />
    <span><strong>${user.name ?? user.login}</strong><span>@${user.login} · ${standing(world, user)}</span></span>
  </button>`;
}
