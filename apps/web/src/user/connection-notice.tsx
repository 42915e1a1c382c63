import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useConnection, useLive } from '../live/live-context.js';
import { Button, buttonLook } from '../ui/button.js';
import { useNow } from '../ui/clock.js';

/** Shorter than that is not worth a word; the foot of the sidebar says it. */
const SHOWN_AFTER_MS = 10_000;

const clockTime = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });

/** What is on the screen is old, or the session ended somewhere else. */
export function ConnectionNotice() {
  const { state, lostAt } = useConnection();
  const live = useLive();
  const now = useNow();
  const next = useLocation({ select: ({ href }) => href });
  if (state === 'signed_out') {
    return (
      <Bar>
        You are signed out.
        <a className={buttonLook('primary')} href={`/sign-in?${new URLSearchParams({ next }).toString()}`}>
          Sign in
        </a>
      </Bar>
    );
  }
  if (lostAt === null || now - lostAt < SHOWN_AFTER_MS) return null;
  return (
    <Bar>
      {state === 'broken' ? 'Live updates stopped.' : 'Reconnecting.'} Showing {clockTime.format(lostAt)}.
      <Button onClick={live.retry}>Retry now</Button>
    </Bar>
  );
}

function Bar({ children }: { children: ReactNode }) {
  return (
    <div
      role="status"
      className="fixed inset-x-0 bottom-0 z-20 flex flex-wrap items-center justify-center gap-3 border-t border-warning bg-raised p-2 text-warning"
    >
      {children}
    </div>
  );
}
