import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { View } from '../api/client.js';
import { isSignedOut } from '../api/api-error.js';
import { ErrorScreen } from '../ui/error-screen.js';
import { appQuery } from '../user/app-query.js';
import { rootRoute } from './root-route.js';

/** Everything for signed-in people. Whoever is not goes to the sign-in page, and comes back from there. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  loader: async ({ context: { queryClient }, location }): Promise<View['App']> => {
    try {
      return await queryClient.query({ ...appQuery, staleTime: 'static' });
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      throw redirect({ to: '/sign-in', search: { next: location.href }, replace: true });
    }
  },
  component: lazyRouteComponent(() => import('../user/signed-in-layout.js'), 'SignedInLayout'),
  errorComponent: ErrorScreen,
});
