import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { isSignedOut } from '../api/api-error.js';
import { appQuery } from '../user/app-query.js';
import { ownPath } from '../user/own-path.js';
import { needsSetup } from '../user/needs-setup.js';
import { ErrorScreen } from '../ui/error-screen.js';
import { rootRoute } from './root-route.js';
import { texts } from './search-fields.js';

const signInSearch = texts('next', 'error', 'request');

/** `/sign-in`: whoever is signed in already goes on. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  loaderDeps: ({ search: { next } }) => ({ next }),
  loader: async ({ context: { queryClient }, deps: { next } }): Promise<{ setupRequired: boolean }> => {
    try {
      await queryClient.query(appQuery);
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      return { setupRequired: needsSetup(error) };
    }
    throw redirect({ href: ownPath(next), replace: true });
  },
  component: lazyRouteComponent(() => import('../user/sign-in-screen.js'), 'SignInScreen'),
  errorComponent: ErrorScreen,
});
