import { Link } from '@tanstack/react-router';
import { CirclePlus, CircleUser, Inbox, ListTodo, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useApp } from '../live/live-context.js';

const ITEM =
  'relative grid min-h-12 flex-1 justify-items-center gap-0.5 content-center text-meta text-text-2 no-underline -outline-offset-2 aria-[current=page]:text-accent';

/** On small screens: the ways that the sidebar offers on large ones. */
export function BottomBar({ organizationId }: { organizationId: string }) {
  const { inboxOpen } = useApp();
  const params = { organizationId };
  return (
    <nav aria-label="Places" className="order-3 flex border-t border-line bg-canvas">
      <Link to="/o/$organizationId" params={params} activeOptions={{ exact: true }} className={ITEM}>
        <Face icon={ListTodo}>Tasks</Face>
      </Link>
      <Link to="/o/$organizationId/new" params={params} className={ITEM}>
        <Face icon={CirclePlus}>New</Face>
      </Link>
      <Link to="/o/$organizationId/inbox" params={params} className={ITEM}>
        <Face icon={Inbox}>
          Inbox
          {inboxOpen > 0 && ` (${inboxOpen})`}
        </Face>
      </Link>
      <Link to="/o/$organizationId/you" params={params} className={ITEM}>
        <Face icon={CircleUser}>You</Face>
      </Link>
    </nav>
  );
}

function Face({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <>
      <Icon aria-hidden="true" size={20} strokeWidth={1.75} />
      <span>{children}</span>
    </>
  );
}
