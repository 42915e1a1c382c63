import type { Answer } from '@foundry/messaging';
import { APP_EVENTS, APP_PERMISSIONS, appManifest, hearsWebhooks } from '../domain/app-demands.js';
import type { NewApp } from '../setup/app-registrations.js';
import { type Html, html, pageAnswer } from './page.js';

const command = html`<code>npm run operator -- setup-link</code>`;

const codeForm = html`<form method="get" action="/v1/setup">
  <label for="token">Set-up code</label>
  <input id="token" name="token" autocomplete="off" spellcheck="false" required />
  <button>Continue</button>
</form>`;

/** Where somebody arrives who wanted to sign in, and there is no App yet. */
export const needsSetupPage = (): Answer =>
  pageAnswer(
    200,
    'Foundry is not set up yet',
    html`<p>
        People sign in to Foundry with GitHub, through a GitHub App of your own. Making it takes two clicks and belongs
        to whoever runs this installation.
      </p>
      <ol>
        <li>Open the set-up link that Foundry printed at its start. It is good for an hour.</li>
        <li>A new one, on the machine where Foundry runs: ${command}</li>
      </ol>
      <p class="quiet">Or enter what stands after <code>token=</code> in that link:</p>
      ${codeForm}`,
  );

export const unknownLinkPage = (): Answer =>
  pageAnswer(
    404,
    'This set-up link is not good any more',
    html`<p>
        It was used, it is older than an hour, or it was not copied whole. If Foundry is set up already, go on to
        <a href="/">its start page</a>.
      </p>
      <p>Make a new link on the machine where Foundry runs: ${command}</p>`,
  );

interface Making {
  publicUrl: string;
  webUrl: string;
  token: string;
  state: string;
  /** Login of the company that the App is made for; null: the person's own account. */
  organization: string | null;
}

/** The form that takes the manifest to GitHub. */
export function makeAppPage({ publicUrl, webUrl, token, state, organization }: Making): Answer {
  const path = organization === null ? '' : `/organizations/${encodeURIComponent(organization)}`;
  const action = `${webUrl}${path}/settings/apps/new?state=${encodeURIComponent(state)}`;
  const manifest = JSON.stringify(appManifest(publicUrl, webUrl));
  const { origin, host } = new URL(webUrl);
  const permissions = Object.entries(APP_PERMISSIONS).map(([name, level]) => `${name.replaceAll('_', ' ')}: ${level}`);
  return pageAnswer(
    200,
    'Connect Foundry with GitHub',
    html`<p>
        ${host} will show you the GitHub App that Foundry needs, filled in, and ask you to approve it. It belongs to
        ${organization === null ? 'your own account' : organization}. Its keys come back to this installation and are
        stored encrypted.
      </p>
      ${warning(publicUrl, webUrl)}
      <form method="post" action="${action}">
        <input type="hidden" name="manifest" value="${manifest}" />
        <button>Create the GitHub App</button>
      </form>
      <h2>For an organization</h2>
      <p class="quiet">An App that a company owns is managed by its owners. You have to be one of them.</p>
      <form method="get" action="/v1/setup">
        <input type="hidden" name="token" value="${token}" />
        <label for="organization">Login of the organization; empty: your own account</label>
        <input id="organization" name="organization" maxlength="100" value="${organization ?? ''}" />
        <button class="plain">Use this account</button>
      </form>
      <h2>What it asks for</h2>
      <p class="quiet">${permissions.join(', ')}. It is told of ${String(APP_EVENTS.length)} kinds of events.</p>`,
    origin,
  );
}

function warning(publicUrl: string, webUrl: string): Html {
  if (hearsWebhooks(publicUrl, webUrl)) return html``;
  return html`<p>
    <strong>${publicUrl} is on this machine only,</strong> so GitHub cannot send webhooks: changes arrive with the next
    sweep, minutes later. For more than a try-out set PUBLIC_URL to an https address first.
  </p>`;
}

/** The App is there; the rest is the person's. */
export const madeAppPage = ({ slug, pageUrl }: NewApp): Answer =>
  pageAnswer(
    200,
    'Foundry is connected with GitHub',
    html`<p>The GitHub App <strong>${slug}</strong> is in use from now on; nothing has to be restarted.</p>
      <ol>
        <li>Install it where your repositories are.</li>
        <li>Sign in. Your organization and its pull requests appear by themselves.</li>
      </ol>
      <p>
        <a class="button" href="${pageUrl}/installations/new">Install on GitHub</a>
        <a class="button plain" href="/v1/auth/github">Sign in</a>
      </p>`,
  );

/** GitHub made an App, and it cannot be taken in. */
export function failedSetupPage(reason: 'unavailable' | 'refused' | 'taken'): Answer {
  const sentences = {
    unavailable: html`<p>GitHub does not answer. Reload this page: it goes on where it stopped, for an hour.</p>`,
    refused: html`<p>
      GitHub does not know the code of this address any more. Delete the App that you just made in your settings at
      GitHub, and open the set-up link again.
    </p>`,
    taken: html`<p>
      Somebody else finished the set-up first, and their App is in use. Delete the one that you just made in your
      settings at GitHub.
    </p>`,
  };
  const status = { unavailable: 503, refused: 422, taken: 409 };
  return pageAnswer(status[reason], 'The GitHub App was not taken in', sentences[reason]);
}
