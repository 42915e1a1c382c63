import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signed-in-route.js';

const startRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../organization/start-screen.js'), 'StartScreen'),
});

const welcomeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../organization/welcome-screen.js'), 'WelcomeScreen'),
});

export const startRoutes = [startRoute, welcomeRoute] as const;
