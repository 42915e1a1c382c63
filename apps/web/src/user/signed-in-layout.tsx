import { getRouteApi, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Live } from '../live/live.js';
import { LiveContext, useApp } from '../live/live-context.js';
import { NO_OWN_STATE } from '../live/own-state.js';
import { Commands } from '../palette/commands.js';
import { ConfirmPlace } from '../ui/confirm-place.js';
import { titleCount } from '../ui/document-title.js';
import { ToastPlace } from '../ui/toast-place.js';
import { useBrowserSwitch } from './browser-switch.js';
import { ConnectionNotice } from './connection-notice.js';
import { useAppearance } from './use-appearance.js';

const BrowserNotifier = lazy(async () => ({ default: (await import('./browser-notifier.js')).BrowserNotifier }));

const route = getRouteApi('/signed-in');

/** One socket for all that is below. */
export function SignedInLayout() {
  const { user, organizations, discovery } = route.useLoaderData();
  const [live] = useState(
    () => new Live(user.userId, { user, organizations, discovery, preferences: null, ...NO_OWN_STATE }),
  );
  useEffect(() => live.start(), [live]);
  useEffect(() => live.presence.start(), [live]);
  return (
    <LiveContext value={live}>
      <ConnectionNotice />
      <Appearance />
      <News />
      <OutsideNews />
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

/** Fetched only where somebody switched it on. */
function OutsideNews() {
  if (useBrowserSwitch() !== 'on') return null;
  return (
    <Suspense fallback={null}>
      <BrowserNotifier />
    </Suspense>
  );
}

/** What waits is counted in the browser's tab. */
function News() {
  const { inboxOpen } = useApp();
  useEffect(() => {
    titleCount(inboxOpen);
  }, [inboxOpen]);
  return null;
}
