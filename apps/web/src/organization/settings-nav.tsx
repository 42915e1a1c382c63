import { Link } from '@tanstack/react-router';

const PAGES = [
  ['/o/$organizationId/settings/general', 'General'],
  ['/o/$organizationId/settings/github', 'GitHub'],
  ['/o/$organizationId/settings/members', 'Members'],
  ['/o/$organizationId/settings/agents', 'Agents'],
  ['/o/$organizationId/settings/sandboxes', 'Sandboxes'],
] as const;

/** The pages of the settings of an organization. */
export function SettingsNav({ organizationId }: { organizationId: string }) {
  return (
    <nav aria-label="Settings" className="flex flex-wrap gap-1 border-b border-line p-2">
      {PAGES.map(([to, name]) => (
        <Link
          key={to}
          to={to}
          params={{ organizationId }}
          className="rounded-button px-2 py-1.5 text-text-2 hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:text-text"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
