import { Router } from 'express';
import type { Pull, Repository } from '../state/records.js';
import type { World } from '../state/world.js';
import { html } from './html.js';
import { sendPage } from './layout.js';

function state(pull: Pull): string {
  if (pull.mergedAt) return 'merged';
  return pull.state === 'open' && pull.draft ? 'draft' : pull.state;
}

function pullBody(world: World, repository: Repository, pull: Pull) {
  const { head, base } = pull;
  return html`<p><a href="/${world.fullName(repository)}">${world.fullName(repository)}</a></p>
    <h1>${pull.title} #${pull.number}</h1>
    <dl>
      <dt>State</dt>
      <dd>${state(pull)}</dd>
      <dt>Author</dt>
      <dd>${world.user(pull.authorId).login}</dd>
      <dt>Branches</dt>
      <dd>${head.branch} into ${base.branch}</dd>
      <dt>Head</dt>
      <dd><code>${head.sha.slice(0, 10)}</code></dd>
      <dt>Changed</dt>
      <dd>${pull.updatedAt}</dd>
    </dl>
    <pre>${pull.body ?? 'No description.'}</pre>`;
}

/** Plain pages behind the links in answers, so that a link opened in a browser shows what it is about. */
export function repositoryPages(world: World): Router {
  const routes = Router();
  // Browsers ask for it by themselves; there is none.
  routes.get('/favicon.ico', (_request, response) => {
    response.status(204).end();
  });
  routes.get('/:owner/:repo/pull/:number', (request, response, next) => {
    const { owner, repo, number } = request.params;
    const repository = world.repositoryNamed(`${owner}/${repo}`);
    const pull = repository && world.pull(repository.id, Number(number));
    if (!repository || !pull) next();
    else sendPage(response, `${pull.title} #${pull.number}`, pullBody(world, repository, pull), { wide: true });
  });
  routes.get('/:owner/:repo', (request, response, next) => {
    const { owner, repo } = request.params;
    const repository = world.repositoryNamed(`${owner}/${repo}`);
    if (!repository) {
      next();
      return;
    }
    const rows = world.openPulls(repository.id).map(
      (pull) =>
        html`<li>
          <a href="/${world.fullName(repository)}/pull/${pull.number}">#${pull.number} ${pull.title}</a>
        </li>`,
    );
    const body = html`<h1>${world.fullName(repository)}</h1>
      <p>${repository.description ?? ''}</p>
      <p>Clone it: <code>${world.addresses.web}/${world.fullName(repository)}.git</code></p>
      <ul>
        ${rows}
      </ul>`;
    sendPage(response, world.fullName(repository), body, { wide: true });
  });
  routes.get('/:owner', (request, response, next) => {
    const owner = world.accountByLogin(request.params.owner);
    if (!owner) {
      next();
      return;
    }
    const rows = world
      .repositoriesOf(owner.record.id)
      .map(
        (row) =>
          html`<li><a href="/${world.fullName(row)}">${row.name}</a>, ${world.openPulls(row.id).length} open</li>`,
      );
    const body = html`<h1>${owner.record.name ?? owner.record.login}</h1>
      <p>Its repositories, and how many pull requests are open there.</p>
      <ul>
        ${rows}
      </ul>`;
    sendPage(response, owner.record.login, body, { wide: true });
  });
  return routes;
}
