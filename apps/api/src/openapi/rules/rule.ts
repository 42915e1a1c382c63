import type { RouteEntry } from '@foundry/messaging';

export interface Rule {
  name: string;
  /** What every route must do; the build names the rule and the routes that do not. */
  demands: string;
  /** What is wrong with these routes, one line each. */
  faults: (routes: readonly RouteEntry[]) => string[];
}

/** What each route has to hear, with its name before it. */
export const each = (
  routes: readonly RouteEntry[],
  complaint: (route: RouteEntry) => (string | undefined)[],
): string[] =>
  routes.flatMap((route) =>
    complaint(route)
      .filter((text) => text !== undefined)
      .map((text) => `${route.definition.operationId}: ${text}`),
  );
