import { generateKeyPairSync } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { hashed, hex, secret } from '../access/secrets.js';
import type { Github } from '../github.js';
import { hidden, html } from '../pages/html.js';
import { sendPage, sendProblem } from '../pages/layout.js';
import { personButton } from '../pages/people.js';
import type { App } from '../state/app-records.js';
import { Permissions } from '../state/records.js';
import type { World } from '../state/world.js';

const codeLifetime = 3600;

export const Manifest = z.object({
  name: z.string().max(34).optional(),
  url: z.url(),
  description: z.string().default(''),
  hook_attributes: z.object({ url: z.url(), active: z.boolean().default(true) }).optional(),
  redirect_url: z.url().optional(),
  callback_urls: z.array(z.url()).max(10).default([]),
  setup_url: z.url().optional(),
  public: z.boolean().default(false),
  default_permissions: Permissions.default({}),
  default_events: z.array(z.string()).default([]),
});
export type Manifest = z.infer<typeof Manifest>;

const Form = z.object({ manifest: z.string(), state: z.string().optional(), login: z.string().optional() });

/** Makes an App from a manifest; the private key is returned and kept nowhere else. */
export function createApp(github: Github, manifest: Manifest, ownerId: number): { app: App; privateKey: string } {
  const { world, clock } = github;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const id = world.newId();
  const name = manifest.name ?? `app-${id}`;
  const app: App = {
    id,
    slug: slugOf(world, name),
    name,
    description: manifest.description,
    ownerId,
    clientId: secret('Iv23li', 14),
    clientSecret: hex(20),
    webhookSecret: hex(20),
    publicKey,
    url: manifest.url,
    webhookUrl: manifest.hook_attributes?.active ? manifest.hook_attributes.url : null,
    callbackUrls: manifest.callback_urls,
    setupUrl: manifest.setup_url ?? null,
    permissions: { metadata: 'read', ...manifest.default_permissions },
    events: manifest.default_events,
    createdAt: clock.text(),
  };
  world.apps.set(id, app);
  world.touch();
  return { app, privateKey };
}

function slugOf(world: World, name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'app'; // prettier-ignore
  const taken = [...world.apps.values()].some(({ slug }) => slug === plain);
  return taken ? `${plain}-${world.nextId}` : plain;
}

function parsed(text: string): Manifest | null {
  try {
    return Manifest.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The pages that make an App from a manifest: a form is posted here, a person agrees, the code goes to `redirect_url`. */
export function manifestRoutes(github: Github): Router {
  const { world, clock } = github;
  const routes = Router();
  routes.post(['/settings/apps/new', '/organizations/:organization/settings/apps/new'], (request, response) => {
    const form = Form.safeParse({ ...z.looseObject({}).parse(request.body ?? {}), ...request.query });
    const manifest = form.success ? parsed(form.data.manifest) : null;
    if (!form.success || !manifest?.redirect_url) {
      sendProblem(response, 422, 'The manifest cannot be read', 'It must be JSON with url and redirect_url at least.');
      return;
    }
    const account = world.accountByLogin(z.string().catch('').parse(request.params['organization']));
    const owner = account?.kind === 'Organization' ? account.record.id : null;
    if (form.data.login === undefined) {
      const people = [...world.users.values()].filter(
        ({ id, type }) => type === 'User' && (owner === null || world.membership(owner, id)?.role === 'admin'),
      );
      const buttons = people.slice(0, 50).map((person) => html`<li>${personButton(world, person, 'login')}</li>`);
      const body = html`<h1>Create GitHub App “${manifest.name ?? 'New App'}”</h1>
        <p>It will ask for ${Object.keys(manifest.default_permissions).length} permissions. Who creates it?</p>
        <form method="post">
          ${hidden({ manifest: form.data.manifest, state: form.data.state })}
          <ul>
            ${buttons}
          </ul>
        </form>`;
      sendPage(response, 'Create GitHub App', body);
      return;
    }
    const person = world.userByLogin(form.data.login);
    if (!person) {
      sendProblem(response, 422, 'Nobody has that name here', 'Go back and choose one of the people.');
      return;
    }
    const { app, privateKey } = createApp(github, manifest, owner ?? person.id);
    const code = hex(20);
    const codeHash = hashed(code);
    world.conversions.set(codeHash, { codeHash, appId: app.id, privateKey, expiresAt: clock.seconds() + codeLifetime });
    world.touch();
    const target = new URL(manifest.redirect_url);
    target.searchParams.set('code', code);
    if (form.data.state !== undefined) target.searchParams.set('state', form.data.state);
    response.redirect(302, target.href);
  });
  return routes;
}
