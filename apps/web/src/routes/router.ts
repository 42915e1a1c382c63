import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from './account-routes.js';
import { anyNewTaskRoute } from './new-task-routes.js';
import { organizationRoutes } from './organization-routes.js';
import { rootRoute } from './root-route.js';
import { signInRoute } from './sign-in-route.js';
import { signedInRoute } from './signed-in-route.js';
import { startRoutes } from './start-routes.js';

const routeTree = rootRoute.addChildren([
  signInRoute,
  signedInRoute.addChildren([...startRoutes, anyNewTaskRoute, organizationRoutes, accountRoutes]),
]);

/** Looking is free: nothing is fetched before somebody goes there. */
export const newRouter = (queryClient: QueryClient) =>
  createRouter({ routeTree, context: { queryClient }, defaultPreload: false, scrollRestoration: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
