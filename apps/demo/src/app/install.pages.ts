import { Router, type Response } from 'express';
import { z } from 'zod';
import type { Github } from '../github.js';
import { hidden, html } from '../pages/html.js';
import { sendPage, sendProblem } from '../pages/layout.js';
import type { App } from '../state/app-records.js';
import type { Account } from '../state/world.js';
import { install } from './installing.js';

const Asked = z.object({ state: z.string().optional(), target_id: z.string().optional() });
const text = z.string();
const Decided = z.object({
  state: text.optional(),
  account: text,
  login: text,
  selection: z.enum(['all', 'selected']).default('all'),
  repository: z.union([text, z.array(text)]).default([]),
});

/** `/apps/{slug}/installations/new`: a person installs the App on their own account or their organization. */
export function installPages(github: Github): Router {
  const { world } = github;
  const routes = Router();
  const appOf = (slug: string | string[] | undefined, response: Response): App | undefined => {
    const app = [...world.apps.values()].find((row) => row.slug === slug);
    if (!app) sendProblem(response, 404, 'This App is not known here', 'Check its name in the address.');
    return app;
  };
  const paths = ['/apps/:slug/installations/new', '/github-apps/:slug/installations/new'];
  routes.get(paths, (request, response) => {
    const app = appOf(request.params['slug'], response);
    if (app) sendPage(response, `Install ${app.name}`, form(github, app, Asked.catch({}).parse(request.query)));
  });
  routes.post(paths, (request, response) => {
    const app = appOf(request.params['slug'], response);
    const decided = Decided.safeParse(request.body);
    if (!app) return;
    const account = decided.success ? world.accountByLogin(decided.data.account) : undefined;
    const person = decided.success ? world.userByLogin(decided.data.login) : undefined;
    if (!decided.success || !account || !person) {
      sendProblem(response, 422, 'The form is incomplete', 'Go back, and choose an account and a person.');
      return;
    }
    const { selection, repository, state } = decided.data;
    const target = new URL(app.setupUrl ?? app.url);
    if (state !== undefined) target.searchParams.set('state', state);
    if (mayInstall(github, account, person.id)) {
      const ids = world.repositoriesOf(account.record.id).map(({ id }) => id);
      const repositoryIds = ids.filter((id) => [repository].flat().includes(String(id)));
      const { id } = install(github, app, { accountId: account.record.id, selection, repositoryIds }, person.id);
      target.searchParams.set('installation_id', String(id));
      target.searchParams.set('setup_action', 'install');
    } else {
      target.searchParams.set('setup_action', 'request');
    }
    response.redirect(302, target.href);
  });
  return routes;
}

/** Owners install; whoever else asks makes a request that an owner must approve. */
function mayInstall({ world }: Github, { kind, record }: Account, personId: number): boolean {
  if (kind === 'User') return record.id === personId;
  const row = world.membership(record.id, personId);
  return row?.role === 'admin' && row.state === 'active';
}

function form({ world }: Github, app: App, { state, target_id: target }: z.infer<typeof Asked>) {
  const people = [...world.users.values()].filter(({ type }) => type === 'User').slice(0, 50);
  const accounts = [...world.organizations.values(), ...people];
  const option = (login: string, name: string, chosen: boolean) =>
    chosen ? html`<option value="${login}" selected>${name}</option>` : html`<option value="${login}">${name}</option>`;
  const repositories = [...world.organizations.values()].flatMap(({ id }) => world.repositoriesOf(id)).slice(0, 100);
  return html`<h1>Install ${app.name}</h1>
    <p>Choose where, and which repositories it may reach.</p>
    <form method="post">
      ${hidden({ state })}
      <label class="field" for="account">Account</label>
      <select id="account" name="account">
        ${accounts.map(({ id, login, name }) => option(login, name ?? login, String(id) === target))}
      </select>
      <label class="field" for="login">You are</label>
      <select id="login" name="login">
        ${people.map(({ login, name }) => option(login, name ?? login, false))}
      </select>
      <fieldset>
        <legend>Repositories</legend>
        <label class="choice"><input type="radio" name="selection" value="all" checked /> All repositories</label>
        <label class="choice"><input type="radio" name="selection" value="selected" /> Only these</label>
        <div class="scroll">
          ${repositories.map(
            (row) =>
              html`<label class="choice"
                ><input type="checkbox" name="repository" value="${row.id}" /> ${world.fullName(row)}</label
              >`,
          )}
        </div>
      </fieldset>
      <button class="primary">Install</button>
    </form>`;
}
