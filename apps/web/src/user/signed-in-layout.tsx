import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Live } from '../live/live.js';
import { LiveContext, useApp } from '../live/live-context.js';
import { NO_OWN_STATE } from '../live/own-state.js';
import { Commands } from '../palette/commands.js';
import { ConfirmPlace } from '../ui/confirm-place.js';
import { titleCount } from '../ui/document-title.js';
import { ToastPlace } from '../ui/toast-place.js';
import { ConnectionNotice } from './connection-notice.js';
import { useAppearance } from './use-appearance.js';

const route = getRouteApi('/signed-in');

/** One socket for all that is below. */
export function SignedInLayout() {
  const { user, organizations, discovery } = route.useLoaderData();
  const [live] = useState(
    () => new Live(user.userId, { user, organizations, discovery, preferences: null, ...NO_OWN_STATE }),
  );
  useEffect(() => live.start(), [live]);
  return (
    <LiveContext value={live}>
      <ConnectionNotice />
      <Appearance />
      <News />
      <Commands />
      <Outlet />
      <ToastPlace />
      <ConfirmPlace />
    </LiveContext>
  );
}

function Appearance() {
  useAppearance();
  return null;
}

/** What waits is counted in the browser's tab. */
function News() {
  const { inboxOpen } = useApp();
  useEffect(() => {
    titleCount(inboxOpen);
  }, [inboxOpen]);
  return null;
}
