import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signed-in-route.js';

/** Everything of one organization. */
export const organizationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/o/$organizationId',
  component: lazyRouteComponent(() => import('../organization/workspace.js'), 'Workspace'),
});
