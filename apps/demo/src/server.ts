import express, { type ErrorRequestHandler, type Express, json, urlencoded } from 'express';
import { accountRoutes } from './accounts/account.routes.js';
import { appRoutes } from './app/app.routes.js';
import { deliveryRoutes } from './app/deliveries.routes.js';
import { installPages } from './app/install.pages.js';
import { manifestRoutes } from './app/manifest.js';
import { checkRoutes } from './checks/check.routes.js';
import { controlRoutes } from './control/control.routes.js';
import { smartHttp } from './git/smart-http.js';
import type { Github } from './github.js';
import { graphqlRoutes } from './graphql/graphql.routes.js';
import { gate, refusals } from './http/gate.js';
import { notFound } from './http/refused.js';
import { rateRoutes } from './http/rate.routes.js';
import { applicationRoutes } from './oauth/applications.js';
import { authorizeRoutes } from './oauth/authorize.js';
import { exchangeRoutes } from './oauth/exchange.js';
import { avatarRoutes } from './pages/avatar.js';
import { sendProblem } from './pages/layout.js';
import { repositoryPages } from './pages/repository.pages.js';
import { pullRoutes } from './pulls/pull.routes.js';
import { talkRoutes } from './pulls/talk.routes.js';
import { contentRoutes } from './repositories/contents.routes.js';
import { gitRoutes } from './repositories/git.routes.js';
import { movedRepositories } from './repositories/moved.js';
import { repositoryRoutes } from './repositories/repository.routes.js';

/** The whole site: git, REST below `/api/v3`, OAuth and its pages, and, when asked for, the controls. */
export function site(github: Github, { control }: { control: boolean }): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(smartHttp(github)); // before the parsers: git reads the body itself
  if (control) app.use('/_control', controlRoutes(github));
  app.use(json({ limit: '30mb', type: ['application/json', 'application/vnd.github+json'] }), urlencoded());
  app.use('/api/v3', rest(github));
  app.use('/api/graphql', gate(github), graphqlRoutes(github), refusals);
  app.use(authorizeRoutes(github), exchangeRoutes(github), manifestRoutes(github), installPages(github));
  app.use(avatarRoutes(github.world), repositoryPages(github.world));
  app.use((_request, response) => {
    sendProblem(response, 404, 'There is no such page', 'This GitHub has only what the demo needs.');
  });
  app.use(broken);
  return app;
}

function rest(github: Github) {
  const routes = express.Router();
  routes.use(movedRepositories(github));
  routes.use(gate(github));
  routes.use(
    rateRoutes(github),
    accountRoutes(github),
    applicationRoutes(github),
    appRoutes(github),
    deliveryRoutes(github),
  );
  routes.use(repositoryRoutes(github), gitRoutes(github), contentRoutes(github));
  routes.use(pullRoutes(github), talkRoutes(github), checkRoutes(github));
  routes.use(() => {
    throw notFound();
  });
  routes.use(refusals);
  return routes;
}

/** A fault of the stand-in itself: told to the console of whoever runs it, and 500 to the caller. */
const broken: ErrorRequestHandler = (error: unknown, request, response, next) => {
  process.stderr.write(
    `${request.method} ${request.path}: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}\n`,
  );
  if (response.headersSent) next(error);
  else response.status(500).json({ message: 'Server Error', documentation_url: '', status: '500' });
};
