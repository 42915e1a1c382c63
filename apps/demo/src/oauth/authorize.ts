import { Router, type Response } from 'express';
import { z } from 'zod';
import type { Github } from '../github.js';
import { hidden, html } from '../pages/html.js';
import { sendPage, sendProblem } from '../pages/layout.js';
import { personButton } from '../pages/people.js';
import type { App } from '../state/app-records.js';
import { issueCode } from './grants.js';

const text = z.string().optional();
const Asked = z.object({
  client_id: z.string(),
  redirect_uri: text,
  state: text,
  scope: text,
  login: text,
  code_challenge: text,
  code_challenge_method: text,
});
const Decided = Asked.extend({
  login: z.string().optional(),
  decision: z.enum(['authorize', 'cancel']).default('authorize'),
});
type Asked = z.infer<typeof Asked>;

const challengeForm = /^[A-Za-z0-9_-]{43}$/;

/** A redirect is allowed to a registered callback or below it, as GitHub does. */
function callbackFor(app: App, wanted: string | undefined): string | null {
  const [first = ''] = app.callbackUrls;
  if (wanted === undefined) return first;
  if (!URL.canParse(wanted)) return null;
  const target = new URL(wanted);
  const allowed = app.callbackUrls.some((callback) => {
    const base = new URL(callback);
    const below =
      target.pathname === base.pathname || target.pathname.startsWith(`${base.pathname.replace(/\/$/, '')}/`);
    return target.origin === base.origin && below;
  });
  return allowed ? wanted : null;
}

function back(response: Response, callback: string, values: Record<string, string | undefined>): void {
  const url = new URL(callback);
  for (const [name, value] of Object.entries(values)) if (value !== undefined) url.searchParams.set(name, value);
  response.redirect(302, url.href);
}

/** The request when it can go on: the App, and where to return. Otherwise it was answered. */
function checked({ world }: Github, asked: Asked, response: Response): { app: App; callback: string } | null {
  const app = world.appByClientId(asked.client_id);
  if (!app || app.callbackUrls.length === 0) {
    sendProblem(
      response,
      404,
      'This App is not known here',
      'Check the client id and the callback address of the GitHub App.',
    );
    return null;
  }
  const callback = callbackFor(app, asked.redirect_uri);
  if (callback === null) {
    back(response, app.callbackUrls[0] ?? '', {
      error: 'redirect_uri_mismatch',
      error_description: 'The redirect_uri MUST match the registered callback URL for this application.',
      state: asked.state,
    });
    return null;
  }
  const { code_challenge: challenge, code_challenge_method: method } = asked;
  if (
    (challenge !== undefined || method !== undefined) &&
    (method !== 'S256' || !challengeForm.test(challenge ?? ''))
  ) {
    back(response, callback, {
      error: 'invalid_request',
      error_description: 'The code_challenge must be 43 characters and its method S256.',
      state: asked.state,
    });
    return null;
  }
  return { app, callback };
}

/** `/login/oauth/authorize`: a person says who they are and lets the App act for them. */
export function authorizeRoutes(github: Github): Router {
  const routes = Router();
  routes.get('/login/oauth/authorize', (request, response) => {
    const asked = Asked.safeParse(request.query);
    if (!asked.success) {
      sendProblem(response, 404, 'The client id is missing', 'Start signing in again from the application.');
      return;
    }
    const flow = checked(github, asked.data, response);
    if (flow) showPeople(github, flow.app, asked.data, response);
  });
  routes.post('/login/oauth/authorize', (request, response) => {
    const decided = Decided.safeParse(request.body);
    if (!decided.success) {
      sendProblem(response, 400, 'The form is incomplete', 'Start signing in again from the application.');
      return;
    }
    const flow = checked(github, decided.data, response);
    if (flow) decide(github, flow, decided.data, response);
  });
  return routes;
}

function showPeople({ world }: Github, app: App, { login, ...asked }: Asked, response: Response): void {
  const people = [...world.users.values()].filter(({ type }) => type === 'User').slice(0, 50);
  const first = people.filter((person) => person.login === login);
  const rest = people.filter((person) => person.login !== login);
  const buttons = [...first, ...rest].map((person) => html`<li>${personButton(world, person, 'login')}</li>`);
  const form = html`<h1>Sign in to ${app.name}</h1>
    <p>Choose who you are. ${app.name} will act in your name where it is installed.</p>
    <form method="post" action="/login/oauth/authorize">
      ${hidden(asked)}
      <ul>
        ${buttons}
      </ul>
      <button class="plain" name="decision" value="cancel">Cancel</button>
    </form>`;
  sendPage(response, `Sign in to ${app.name}`, form);
}

function decide(
  github: Github,
  { app, callback }: { app: App; callback: string },
  { login, state, decision, code_challenge: challenge }: z.infer<typeof Decided>,
  response: Response,
): void {
  if (decision === 'cancel') {
    const error_description = 'The user has denied your application access.';
    back(response, callback, { error: 'access_denied', error_description, state });
    return;
  }
  const user = github.world.userByLogin(login ?? '');
  if (!user) {
    sendProblem(response, 422, 'Nobody has that name here', 'Go back and choose one of the people.');
    return;
  }
  const code = issueCode(github, app, { userId: user.id, redirectUri: callback, challenge: challenge ?? null });
  back(response, callback, { code, state });
}
