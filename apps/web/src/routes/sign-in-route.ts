import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { isSignedOut } from '../api/api-error.js';
import { appQuery } from '../user/app-query.js';
import { ownPath } from '../user/own-path.js';
import { needsSetup } from '../user/needs-setup.js';
import { ErrorScreen } from '../ui/error-screen.js';
import { rootRoute } from './root-route.js';

// The router reads what looks like a number as one.
const Search = z.object({
  next: z.optional(z.coerce.string()),
  error: z.optional(z.coerce.string()),
  request: z.optional(z.coerce.string()),
});

/** `/sign-in`: whoever is signed in already goes on. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: Search,
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
