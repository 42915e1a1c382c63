import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organizationRoute } from './organization-route.js';
import { oneOf, texts } from './search-fields.js';

const inboxRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/inbox',
  validateSearch: (search): { state?: 'open' | 'done' | undefined } => ({
    state: oneOf(search['state'], ['open', 'done']),
  }),
  component: lazyRouteComponent(() => import('../user/inbox-screen.js'), 'InboxScreen'),
});

const youRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/you',
  component: lazyRouteComponent(() => import('../organization/you-screen.js'), 'YouScreen'),
});

const VIEWS = ['activity', 'effects', 'dead-letters', 'system'] as const;
const inspectorTexts = texts('module', 'entity', 'outcome', 'person', 'state', 'command');

interface InspectorSearch extends ReturnType<typeof inspectorTexts> {
  view?: (typeof VIEWS)[number] | undefined;
}

/** What the inspector shows, and what of it: kept in the address, so that it can be sent to somebody. */
const inspectorSearch = (search: Record<string, unknown>): InspectorSearch => ({
  view: oneOf(search['view'], VIEWS),
  ...inspectorTexts(search),
});

const inspectorRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/inspector',
  validateSearch: inspectorSearch,
  component: lazyRouteComponent(() => import('../messaging/inspector-screen.js'), 'InspectorScreen'),
});

const historyRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/tasks/$taskId/history',
  validateSearch: texts('command', 'outcome', 'person'),
  component: lazyRouteComponent(() => import('../messaging/task-history-screen.js'), 'TaskHistoryScreen'),
});

const generalRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/settings/general',
  component: lazyRouteComponent(() => import('../organization/general-screen.js'), 'GeneralScreen'),
});

const agentsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/settings/agents',
  component: lazyRouteComponent(() => import('../sandbox/agents-screen.js'), 'AgentsScreen'),
});

const sandboxesRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/settings/sandboxes',
  component: lazyRouteComponent(() => import('../sandbox/sandboxes-screen.js'), 'SandboxesScreen'),
});

export const placeRoutes = [
  inboxRoute,
  youRoute,
  inspectorRoute,
  historyRoute,
  generalRoute,
  agentsRoute,
  sandboxesRoute,
] as const;
