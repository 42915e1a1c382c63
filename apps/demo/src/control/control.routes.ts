import { type ErrorRequestHandler, json, Router } from 'express';
import { z } from 'zod';
import { revoke } from '../access/tokens.js';
import type { Github } from '../github.js';
import { Fault } from '../http/faults.js';
import { notFound, Refused } from '../http/refused.js';
import { Mode } from '../webhooks/announcer.js';
import { accountActs } from './account-acts.js';
import { pullActs } from './pull-acts.js';

const acts = { ...pullActs, ...accountActs };

const Act = z.looseObject({ act: z.string() });
const Clock = z.object({ shiftSeconds: z.number() });
const Rate = z.object({
  budget: z.string(),
  remaining: z.number().int().min(0),
  resetIn: z.number().int().default(3600),
});
const Revoked = z.object({ login: z.string().optional(), installation: z.number().int().optional() });
const Webhooks = z.object({ mode: Mode.optional(), url: z.url().optional(), secret: z.string().optional() });
const Raw = z.object({ event: z.string(), payload: z.record(z.string(), z.unknown()) });

/** The truth in short, to compare a copy with. */
function truth({ world }: Github) {
  return [...world.repositories.values()].map((repository) => ({
    id: repository.id,
    fullName: world.fullName(repository),
    archived: repository.archived,
    open: world.openPulls(repository.id).map(({ number, title, head, draft, updatedAt }) => ({
      number,
      title,
      draft,
      headSha: head.sha,
      updatedAt,
    })),
  }));
}

/**
 * `/_control`: what a test or a demonstration does to this GitHub from outside. It has no password, so it is there only
 * when asked for, and the server listens on this machine only.
 */
export function controlRoutes(github: Github): Router {
  const { world, faults, budgets, calls, clock, announcer } = github;
  const routes = Router();
  routes.use(json({ limit: '30mb' }));
  routes.post('/acts', async (request, response) => {
    const { act: name, ...body } = Act.parse(request.body);
    const run = acts[name];
    if (!run) throw new Refused(422, `Unknown act; known: ${Object.keys(acts).join(', ')}`);
    const result = await run(github, body);
    response.json({ result: result ?? null });
  });
  routes.post('/faults', (request, response) => {
    response.status(201).json({ id: faults.add(Fault.parse(request.body)) });
  });
  routes.get('/faults', (_request, response) => void response.json(faults.list()));
  routes.delete(['/faults', '/faults/:id'], (request, response) => {
    const { id } = z.object({ id: z.coerce.number().optional() }).parse(request.params);
    faults.remove(id);
    response.status(204).end();
  });
  routes.get('/calls', (_request, response) => void response.json({ ...calls.totals(), log: calls.list() }));
  routes.delete('/calls', (_request, response) => {
    calls.clear();
    response.status(204).end();
  });
  routes.put('/clock', (request, response) => {
    clock.shiftTo(Clock.parse(request.body).shiftSeconds);
    response.json({ now: clock.text() });
  });
  routes.put('/rate-limits', (request, response) => {
    const { budget, remaining, resetIn } = Rate.parse(request.body);
    budgets.leave(budget, remaining, resetIn);
    response.status(204).end();
  });
  routes.delete('/rate-limits', (_request, response) => {
    budgets.clear();
    response.status(204).end();
  });
  routes.post('/tokens/revoke', (request, response) => {
    const { login, installation } = Revoked.parse(request.body);
    const userId = login === undefined ? undefined : world.userByLogin(login)?.id;
    if (login !== undefined && userId === undefined) throw notFound();
    const revoked = revoke(world, (token) => {
      if (userId !== undefined) return token.userId === userId;
      return installation === undefined ? true : token.installationId === installation;
    });
    response.json({ revoked });
  });
  routes.put('/webhooks', (request, response) => {
    const { mode, url, secret } = Webhooks.parse(request.body);
    for (const app of world.apps.values()) {
      app.webhookUrl = url ?? app.webhookUrl;
      app.webhookSecret = secret ?? app.webhookSecret;
    }
    if (mode) announcer.switchTo(mode);
    response.json({ pending: announcer.pending() });
  });
  routes.get('/webhooks', (_request, response) => void response.json({ pending: announcer.pending() }));
  routes.post('/webhooks/raw', (request, response) => {
    const { event, payload } = Raw.parse(request.body);
    for (const app of world.apps.values()) announcer.aboutApp(event, app, payload);
    response.status(202).json({});
  });
  routes.get('/truth', (_request, response) => void response.json(truth(github)));
  routes.use(refused);
  return routes;
}

const refused: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof Refused) response.status(error.status).json(error.body);
  else if (error instanceof z.ZodError) response.status(422).json({ message: z.prettifyError(error) });
  else next(error);
};
