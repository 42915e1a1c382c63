import type { Answer } from '@foundry/messaging';
import { html, pageAnswer } from './page.js';

/** Somebody who is no owner of the account asked for the App. */
export const approvalPage = (): Answer =>
  pageAnswer(
    200,
    'An owner has to approve',
    html`<p>
        You asked for the GitHub App, and an owner of the organization has to approve it at GitHub. As soon as they
        have, its repositories appear in Foundry by themselves.
      </p>
      <p><a class="button" href="/">Go to Foundry</a></p>`,
  );

/** The return is not one that this session began, or it was used. */
export function refusedClaimPage(code: 'claim.invalid' | 'claim.used', status: number): Answer {
  const invalid = html`<p>
    It was begun in another session, by somebody else, or more than an hour ago. If the App was installed at GitHub, its
    organization appears in Foundry by itself, as soon as GitHub has told of it.
  </p>`;
  const used = html`<p>It was used already; there is nothing left to do.</p>`;
  return pageAnswer(
    status,
    'This link from GitHub does not count here',
    html`${code === 'claim.used' ? used : invalid}
      <p class="quiet">Code: <code>${code}</code></p>
      <p><a class="button" href="/">Go to Foundry</a></p>`,
  );
}
