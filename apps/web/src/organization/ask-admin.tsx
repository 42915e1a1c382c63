import { useOrganization } from '../live/live-context.js';

const MOST = 5;

interface AskAdminProps {
  organizationId: string;
  /** What cannot be done, as a sentence. */
  what: string;
}

/** Why something is not offered, and who could change that. */
export function AskAdmin({ organizationId, what }: AskAdminProps) {
  const { state } = useOrganization(organizationId);
  const admins = [...(state?.members.values() ?? [])].filter(({ role }) => role === 'owner' || role === 'admin');
  const logins = admins.slice(0, MOST).map(({ login }) => `@${login}`);
  return (
    <p className="prose-width text-text-2">
      {what}
      {logins.length > 0 && ` Ask an admin: ${logins.join(', ')}.`}
    </p>
  );
}
