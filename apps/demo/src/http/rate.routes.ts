import { Router } from 'express';
import type { Github } from '../github.js';
import { Nothing, ok, reads } from './call.js';

/** `GET /rate_limit`, which is free, and `GET /meta`. */
export function rateRoutes({ budgets }: Github): Router {
  const routes = Router();
  routes.get(
    '/rate_limit',
    reads(Nothing, Nothing, ({ caller }) => {
      const { limit, used, resetAt } = budgets.of(caller.budget, 5000);
      const core = { limit, used, remaining: limit - used, reset: resetAt };
      const search = { limit: 30, used: 0, remaining: 30, reset: resetAt };
      return ok({ resources: { core, search }, rate: core });
    }),
  );
  routes.get(
    '/meta',
    reads(Nothing, Nothing, () => ok({ verifiable_password_authentication: false })),
  );
  return routes;
}
