import type { MemberView } from '@foundry/organization/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useOrganization } from '../live/live-context.js';
import { Age } from '../ui/age.js';
import { Avatar } from '../ui/avatar.js';
import { CONTROL } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { RoleChoice } from './role-choice.js';
import { SettingsNav } from './settings-nav.js';

const route = getRouteApi('/signed-in/o/$organizationId/settings/members');

/** The people of an organization, live. */
export function MembersScreen() {
  const { organizationId } = route.useParams();
  const { state } = useOrganization(organizationId);
  const { q = '' } = route.useSearch();
  const [filter, setFilter] = useState(q);
  const members = state?.members;
  const shown = useMemo(() => found(members, filter), [members, filter]);
  const mayChange = state?.role === 'owner' || state?.role === 'admin';
  return (
    <>
      <SettingsNav organizationId={organizationId} />
      <Page title="Members">
        <input
          type="search"
          aria-label="Filter members"
          placeholder="Filter members"
          className={`${CONTROL} max-w-xs placeholder:text-text-3`}
          value={filter}
          onChange={({ target }) => {
            setFilter(target.value);
          }}
        />
        {state?.truncated.includes('members') && (
          <p className="text-text-2">The first {state.members.size} members are shown.</p>
        )}
        {shown.length === 0 ? (
          <p className="text-text-2">Nobody is called so.</p>
        ) : (
          <ul className="divide-y divide-line">
            {shown.map((member) => (
              <li key={member.userId} className="flex flex-wrap items-center gap-3 py-2">
                <Avatar login={member.login} url={member.avatarUrl} size={32} />
                <span className="grid min-w-0 flex-1">
                  <span className="truncate font-medium">{member.name ?? member.login}</span>
                  <span className="text-meta text-text-3">
                    {member.login} · joined <Age at={member.joinedAt} ago />
                  </span>
                </span>
                {mayChange ? <RoleChoice member={member} /> : <span className="text-text-2">{member.role}</span>}
              </li>
            ))}
          </ul>
        )}
        {!mayChange && <p className="text-text-3">Owners and admins can change roles.</p>}
      </Page>
    </>
  );
}

function found(members: ReadonlyMap<string, MemberView> | undefined, filter: string): MemberView[] {
  const wanted = filter.trim().toLowerCase();
  return [...(members?.values() ?? [])]
    .filter(({ login, name }) => `${login} ${name ?? ''}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.login.localeCompare(b.login));
}
