import { Link } from '@tanstack/react-router';
import { useApp, useOrganization } from '../live/live-context.js';
import { Avatar } from '../ui/avatar.js';
import { Menu, MenuItem, MenuLine } from '../ui/menu.js';
import { useSignOut } from '../user/use-sign-out.js';

/** Settings of the organization and of oneself, and the way out. */
export function UserMenu({ organizationId }: { organizationId: string }) {
  const { user } = useApp();
  const { state } = useOrganization(organizationId);
  const signOut = useSignOut();
  const params = { organizationId };
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
      <MenuItem link={<Link to="/o/$organizationId/settings/github" params={params} />}>GitHub and sync</MenuItem>
      <MenuItem link={<Link to="/o/$organizationId/settings/members" params={params} />}>Members</MenuItem>
      {isAdmin && <MenuItem link={<Link to="/o/$organizationId/audit" params={params} />}>Audit log</MenuItem>}
      <MenuLine />
      <MenuItem link={<Link to="/account/profile" />}>Account</MenuItem>
      <MenuItem link={<Link to="/account/appearance" />}>Appearance</MenuItem>
      <MenuItem link={<Link to="/account/tokens" />}>API tokens</MenuItem>
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
