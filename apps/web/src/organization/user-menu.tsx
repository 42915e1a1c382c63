import { Link } from '@tanstack/react-router';
import { useApp, useOrganization } from '../live/live-context.js';
import { runAction } from '../palette/use-action.js';
import { Avatar } from '../ui/avatar.js';
import { Menu, MenuItem, MenuLine } from '../ui/menu.js';
import { useSignOut } from '../user/use-sign-out.js';
import { ACCOUNT_PLACES, ORGANIZATION_PLACES } from './places.js';

/** Settings of the organization and of oneself, and the way out. */
export function UserMenu({ organizationId }: { organizationId: string }) {
  const { user } = useApp();
  const { state } = useOrganization(organizationId);
  const signOut = useSignOut();
  const isAdmin = state?.role === 'owner' || state?.role === 'admin';
  return (
    <Menu
      label="Menu of"
      trigger={
        <>
          <Avatar login={user.login} url={user.avatarUrl} size={24} />
          <span className="truncate">{user.login}</span>
        </>
      }
    >
      {ORGANIZATION_PLACES.filter(({ isForAdmins }) => isAdmin || !isForAdmins).map(({ to, name }) => (
        <MenuItem key={to} link={<Link to={to} params={{ organizationId }} />}>
          {name}
        </MenuItem>
      ))}
      <MenuLine />
      {ACCOUNT_PLACES.map(({ to, name }) => (
        <MenuItem key={to} link={<Link to={to} />}>
          {name}
        </MenuItem>
      ))}
      <MenuItem
        onSelect={() => {
          // After the menu gave the focus back.
          setTimeout(() => runAction('shortcuts.show'), 0);
        }}
      >
        Keyboard shortcuts
      </MenuItem>
      <MenuItem link={<a href="/docs" aria-label="API reference" />}>API reference</MenuItem>
      <MenuLine />
      <MenuItem
        onSelect={() => {
          signOut.mutate();
        }}
      >
        Sign out
      </MenuItem>
    </Menu>
  );
}
