import { Router } from 'express';
import { z } from 'zod';
import type { Github } from '../github.js';
import { changes, Nothing, ok, reads } from '../http/call.js';
import { notFound } from '../http/refused.js';
import type { App, Delivery } from '../state/app-records.js';
import { deliveryHeaders } from '../webhooks/delivery.js';
import { appOf } from './app.routes.js';

const ById = z.object({ id: z.coerce.number().int() });
const Cursor = z.object({
  per_page: z.coerce.number().int().positive().max(100).catch(30),
  cursor: z.coerce.number().int().optional().catch(undefined),
  status: z.enum(['success', 'failure']).optional().catch(undefined),
});

function item(row: Delivery) {
  return {
    id: row.id,
    guid: row.guid,
    delivered_at: row.deliveredAt,
    redelivery: row.redelivery,
    duration: row.duration,
    status: row.status,
    status_code: row.statusCode,
    event: row.event,
    action: row.action,
    installation_id: row.installationId,
    repository_id: row.repositoryId,
    throttled_at: null,
  };
}

function full(app: App, row: Delivery) {
  const payload: unknown = JSON.parse(row.payload);
  return {
    ...item(row),
    url: row.url,
    request: { headers: deliveryHeaders(app, row), payload },
    response: { headers: {}, payload: row.responseBody },
  };
}

const good = ({ statusCode }: Delivery) => statusCode >= 200 && statusCode < 300;

/** The log of webhook attempts, newest first, by cursor; and sending one again. */
export function deliveryRoutes(github: Github): Router {
  const { world } = github;
  const routes = Router();
  routes.get(
    '/app/hook/config',
    reads(Nothing, Nothing, ({ caller }) => {
      const { webhookUrl } = appOf(caller);
      return ok({ content_type: 'json', insecure_ssl: '0', secret: '********', url: webhookUrl ?? '' });
    }),
  );
  routes.patch(
    '/app/hook/config',
    changes(Nothing, z.object({ url: z.url().optional(), secret: z.string().optional() }), ({ caller, body }) => {
      const app = appOf(caller);
      app.webhookUrl = body.url ?? app.webhookUrl;
      app.webhookSecret = body.secret ?? app.webhookSecret;
      world.touch();
      return ok({ content_type: 'json', insecure_ssl: '0', secret: '********', url: app.webhookUrl ?? '' });
    }),
  );
  routes.get(
    '/app/hook/deliveries',
    reads(Nothing, Cursor, ({ caller, query, request }) => {
      const app = appOf(caller);
      const matching = world.deliveries.filter(
        (row) =>
          row.appId === app.id &&
          row.id < (query.cursor ?? Infinity) &&
          (query.status === undefined || good(row) === (query.status === 'success')),
      );
      const rows = matching.sort((a, b) => b.id - a.id).slice(0, query.per_page);
      const last = rows.at(-1);
      if (!last || rows.length === matching.length) return ok(rows.map(item));
      const next = new URL(request.originalUrl, world.addresses.web);
      next.searchParams.set('cursor', String(last.id));
      return { status: 200, body: rows.map(item), headers: { Link: `<${next.href}>; rel="next"` } };
    }),
  );
  const find = (app: App, id: number): Delivery => {
    const row = world.deliveries.find((delivery) => delivery.id === id && delivery.appId === app.id);
    if (!row) throw notFound();
    return row;
  };
  routes.get(
    '/app/hook/deliveries/:id',
    reads(ById, Nothing, ({ caller, path }) => ok(full(appOf(caller), find(appOf(caller), path.id)))),
  );
  routes.post(
    '/app/hook/deliveries/:id/attempts',
    changes(ById, Nothing, ({ caller, path }) => {
      github.announcer.redeliver(find(appOf(caller), path.id));
      return { status: 202, body: {} };
    }),
  );
  return routes;
}
