import type { MemberView } from '@foundry/organization/contracts';
import { useMutation } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api, type View } from '../api/client.js';
import { CONTROL } from '../ui/field.js';
import { ErrorNotice } from '../ui/error-notice.js';

type Role = View['RoleBody']['role'];

const ROLES: Readonly<Record<Role, string>> = {
  none: 'As at GitHub',
  admin: 'Admin',
  member: 'Member',
  viewer: 'Viewer',
  blocked: 'Blocked',
};
const isRole = (value: string): value is Role => value in ROLES;

/** What a person may do here. It is not shown as changed before the server says so. */
export function RoleChoice({
  member: { organizationId, userId, login, githubRole, grantedRole },
}: {
  member: MemberView;
}) {
  const change = useMutation({
    mutationFn: (role: Role) =>
      done(
        api.PUT('/v1/organizations/{organizationId}/members/{userId}/role', {
          params: { path: { organizationId, userId } },
          body: { role },
        }),
      ),
  });
  if (githubRole === 'admin') return <span className="text-text-2">Owner on GitHub</span>;
  return (
    <span className="grid gap-2">
      <select
        aria-label={`Role of ${login}`}
        className={CONTROL}
        value={grantedRole ?? 'none'}
        disabled={change.isPending}
        onChange={({ target: { value } }) => {
          if (isRole(value)) change.mutate(value);
        }}
      >
        {Object.entries(ROLES).map(([role, name]) => (
          <option key={role} value={role}>
            {name}
          </option>
        ))}
      </select>
      {change.isError && <ErrorNotice error={change.error} what="The role stays as it was." />}
    </span>
  );
}
