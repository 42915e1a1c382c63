import { Link } from '@tanstack/react-router';
import { ChevronsUpDown } from 'lucide-react';
import { useApp } from '../live/live-context.js';
import { Avatar } from '../ui/avatar.js';
import { Menu, MenuItem, MenuLine } from '../ui/menu.js';

/** Which organization one is in, and the way to another. */
export function OrganizationMenu({ organizationId }: { organizationId: string }) {
  const { organizations } = useApp();
  const here = organizations.find(({ id }) => id === organizationId);
  const login = here?.login ?? 'Organization';
  return (
    <Menu
      label="Change the organization"
      trigger={
        <>
          <Avatar login={login} url={here?.avatarUrl ?? null} size={24} />
          <span className="min-w-0 flex-1 truncate font-semibold">{here?.displayName ?? login}</span>
          {here && <span className="text-meta text-text-3">{here.role}</span>}
          <ChevronsUpDown aria-hidden="true" size={14} className="text-text-3" />
        </>
      }
    >
      {organizations.map(({ id, login: name, avatarUrl, role }) => (
        <MenuItem key={id} link={<Link to="/o/$organizationId" params={{ organizationId: id }} />}>
          <Avatar login={name} url={avatarUrl} />
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <span className="text-meta text-text-3">{role}</span>
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem link={<Link to="/welcome" />}>All organizations</MenuItem>
    </Menu>
  );
}
