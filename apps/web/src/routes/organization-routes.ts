import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { signedInRoute } from './signed-in-route.js';

const organizationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/o/$organizationId',
  component: lazyRouteComponent(() => import('../organization/workspace.js'), 'Workspace'),
});

const homeRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../organization/home-screen.js'), 'HomeScreen'),
});

const taskRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/tasks/$taskId',
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
  component: lazyRouteComponent(() => import('../organization/members-screen.js'), 'MembersScreen'),
});

const AuditSearch = z.object({ kind: z.optional(z.coerce.string()), actor: z.optional(z.coerce.string()) });

const auditRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/audit',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('../audit-log/audit-screen.js'), 'AuditScreen'),
});

export const organizationRoutes = organizationRoute.addChildren([
  homeRoute,
  taskRoute,
  githubRoute,
  membersRoute,
  auditRoute,
]);
