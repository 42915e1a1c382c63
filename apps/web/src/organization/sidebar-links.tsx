import type { MemberRole } from '@foundry/organization/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Activity, Inbox } from 'lucide-react';
import { deadLettersQuery } from '../messaging/dead-letters-query.js';
import { useApp } from '../live/live-context.js';

const ROW =
  'flex min-h-8 items-center gap-2 rounded-button px-2 text-text-2 no-underline hover:bg-hover hover:text-text aria-[current=page]:bg-selected aria-[current=page]:text-text pointer-coarse:min-h-11';
const ASKED_AGAIN_MS = 60_000;

interface SidebarLinksProps {
  organizationId: string;
  role: MemberRole | null;
}

/** What waits for this person, and why anything waits. */
export function SidebarLinks({ organizationId, role }: SidebarLinksProps) {
  const { inboxOpen } = useApp();
  const isAdmin = role === 'owner' || role === 'admin';
  const letters = useQuery({
    ...deadLettersQuery(organizationId, 'open'),
    enabled: isAdmin,
    refetchInterval: ASKED_AGAIN_MS,
  });
  const hasLetters = (letters.data?.items.length ?? 0) > 0;
  return (
    <div className="grid gap-0.5 border-t border-line p-2 max-[599px]:hidden">
      <Link to="/o/$organizationId/inbox" params={{ organizationId }} aria-keyshortcuts="g i" className={ROW}>
        <Inbox aria-hidden="true" size={16} strokeWidth={1.75} />
        <span className="flex-1">Inbox</span>
        {inboxOpen > 0 && (
          <span className="rounded-full bg-accent px-1.5 text-meta font-medium text-on-accent">
            {inboxOpen}
            <span className="sr-only"> open</span>
          </span>
        )}
      </Link>
      <Link to="/o/$organizationId/inspector" params={{ organizationId }} aria-keyshortcuts="g l" className={ROW}>
        <Activity aria-hidden="true" size={16} strokeWidth={1.75} />
        <span className="flex-1">Inspector</span>
        {hasLetters && (
          <span title="Dead letters are open" className="size-2 rounded-full bg-danger">
            <span className="sr-only">dead letters are open</span>
          </span>
        )}
      </Link>
    </div>
  );
}
