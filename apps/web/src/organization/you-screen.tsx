import { getRouteApi, Link } from '@tanstack/react-router';
import { useApp, useOrganization } from '../live/live-context.js';
import { Avatar } from '../ui/avatar.js';
import { Page } from '../ui/page.js';
import { SignOutButton } from '../user/sign-out-button.js';
import { ConnectionState } from './connection-state.js';
import { ACCOUNT_PLACES, ORGANIZATION_PLACES } from './places.js';

const route = getRouteApi('/signed-in/o/$organizationId');
const ROW = 'flex min-h-11 items-center text-text no-underline hover:bg-hover';

/** For small screens: what the menu of the sidebar has on large ones. */
export function YouScreen() {
  const { organizationId } = route.useParams();
  const { user } = useApp();
  const { state } = useOrganization(organizationId);
  const isAdmin = state?.role === 'owner' || state?.role === 'admin';
  return (
    <Page title="You" actions={<SignOutButton />}>
      <p className="flex items-center gap-3">
        <Avatar login={user.login} url={user.avatarUrl} size={32} />
        <span className="flex-1 font-medium">{user.login}</span>
        <ConnectionState />
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {ORGANIZATION_PLACES.filter(({ isForAdmins }) => isAdmin || !isForAdmins).map(({ to, name }) => (
          <li key={to}>
            <Link to={to} params={{ organizationId }} className={ROW}>
              {name}
            </Link>
          </li>
        ))}
        {ACCOUNT_PLACES.map(({ to, name }) => (
          <li key={to}>
            <Link to={to} className={ROW}>
              {name}
            </Link>
          </li>
        ))}
        <li>
          <a href="/docs" className={ROW}>
            API reference
          </a>
        </li>
      </ul>
    </Page>
  );
}
