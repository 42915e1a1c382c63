import { z } from 'zod';
import type { Diagnosis, InstanceApp } from '../contracts/index.js';
import { APP_PATHS } from '../domain/app-demands.js';
import { bad, look, note, ok, type Patient } from './diagnoses.js';

const Refused = z.object({ error: z.string() });

/** Whether people can be sent to GitHub and back: client secret and callback address. Nobody is signed in by it. */
export async function examineSignIn(app: InstanceApp, patient: Patient): Promise<Diagnosis[]> {
  return [await secretOf(app, patient), await callbackOf(app, patient)];
}

/** GitHub judges the App's own credentials before it looks at the code, so a code of nobody tells them apart. */
async function secretOf({ clientId, clientSecret }: InstanceApp, { webUrl }: Patient): Promise<Diagnosis> {
  const answer = await look(`${webUrl}/login/oauth/access_token`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret.reveal(), code: 'doctor' }),
  });
  if (answer === null) {
    return bad('Sign-in', `${webUrl} does not answer.`, 'Check GITHUB_WEB_URL, and that this machine reaches it.');
  }
  const told = Refused.safeParse(await jsonOf(answer)).data?.error;
  if (told === 'bad_verification_code') return ok('Client secret', 'accepted by GitHub');
  if (told === 'incorrect_client_credentials') {
    const remedy = 'Make a new client secret on the App’s page and put it into GITHUB_CLIENT_SECRET.';
    return bad('Client secret', 'GitHub does not accept client id and client secret.', remedy);
  }
  return note('Client secret', `GitHub answered ${String(answer.status)} ${told ?? ''}, which says nothing about it.`);
}

async function callbackOf({ clientId }: InstanceApp, { webUrl, publicUrl }: Patient): Promise<Diagnosis> {
  const callback = publicUrl + APP_PATHS.callback;
  const query = new URLSearchParams({ client_id: clientId, redirect_uri: callback });
  const answer = await look(`${webUrl}/login/oauth/authorize?${query.toString()}`);
  const location = answer?.headers.get('location') ?? '';
  const target = URL.canParse(location, webUrl) ? new URL(location, webUrl) : null;
  if (target?.searchParams.get('error') === 'redirect_uri_mismatch') {
    const remedy = `Set “Callback URL” on the App’s page to ${callback}, or PUBLIC_URL to the address that people use.`;
    return bad('Callback', 'It is not the one that the App is registered with.', remedy);
  }
  if (answer?.status === 200) return ok('Callback', callback);
  // github.com asks who you are before it looks at the address, so only a person can see it.
  return note(
    'Callback',
    'GitHub does not tell it to programs.',
    `“Callback URL” on the App’s page has to be ${callback}`,
  );
}

async function jsonOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'SyntaxError') return null;
    throw error;
  }
}
