import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Live } from '../live/live.js';
import { LiveContext } from '../live/live-context.js';
import { ConnectionNotice } from './connection-notice.js';
import { useAppearance } from './use-appearance.js';

const route = getRouteApi('/signed-in');

/** One socket for all that is below. */
export function SignedInLayout() {
  const { user, organizations, discovery } = route.useLoaderData();
  const [live] = useState(() => new Live(user.userId, { user, organizations, discovery, preferences: null }));
  useEffect(() => live.start(), [live]);
  return (
    <LiveContext value={live}>
      <ConnectionNotice />
      <Appearance />
      <Outlet />
    </LiveContext>
  );
}

function Appearance() {
  useAppearance();
  return null;
}
