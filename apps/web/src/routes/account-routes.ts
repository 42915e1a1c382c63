import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signed-in-route.js';

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../user/account-layout.js'), 'AccountLayout'),
});

const profileRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('../user/profile-screen.js'), 'ProfileScreen'),
});

const appearanceRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/appearance',
  component: lazyRouteComponent(() => import('../user/appearance-screen.js'), 'AppearanceScreen'),
});

const notificationsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/notifications',
  component: lazyRouteComponent(() => import('../user/notifications-screen.js'), 'NotificationsScreen'),
});

const tokensRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/tokens',
  component: lazyRouteComponent(() => import('../user/tokens-screen.js'), 'TokensScreen'),
});

export const accountRoutes = accountRoute.addChildren([profileRoute, appearanceRoute, notificationsRoute, tokensRoute]);
