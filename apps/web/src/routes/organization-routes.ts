import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { taskSearch } from '../task/task-search.js';
import { organizationRoute } from './organization-route.js';
import { texts } from './search-fields.js';
import { placeRoutes } from './place-routes.js';
import { newTaskRoute } from './new-task-routes.js';

const homeRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../organization/home-screen.js'), 'HomeScreen'),
});

const taskRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/tasks/$taskId',
  validateSearch: taskSearch,
  component: lazyRouteComponent(() => import('../task/task-screen.js'), 'TaskScreen'),
});

const githubRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/settings/github',
  component: lazyRouteComponent(() => import('../github-data/github-screen.js'), 'GithubScreen'),
});

const membersRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/settings/members',
  validateSearch: texts('q'),
  component: lazyRouteComponent(() => import('../organization/members-screen.js'), 'MembersScreen'),
});

const auditRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/audit',
  validateSearch: texts('kind', 'actor'),
  component: lazyRouteComponent(() => import('../audit-log/audit-screen.js'), 'AuditScreen'),
});

export const organizationRoutes = organizationRoute.addChildren([
  homeRoute,
  newTaskRoute,
  taskRoute,
  githubRoute,
  membersRoute,
  auditRoute,
  ...placeRoutes,
]);
