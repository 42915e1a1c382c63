import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from './organization-route.js';
import { texts } from './search-fields.js';
import { signedInRoute } from './signed-in-route.js';

const newTaskSearch = texts('repo', 'branch', 'prompt', 'agent');

/** `/new`: finds the organization of the repository first. */
export const anyNewTaskRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/new',
  validateSearch: newTaskSearch,
  component: lazyRouteComponent(() => import('../task/new-task-start.js'), 'NewTaskStart'),
});

export const newTaskRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/new',
  validateSearch: newTaskSearch,
  component: lazyRouteComponent(() => import('../task/new-task-screen.js'), 'NewTaskScreen'),
});
