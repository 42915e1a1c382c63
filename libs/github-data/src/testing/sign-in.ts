import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { StandIn } from './stand-in.js';

const Given = z.object({ access_token: z.string() });
const Person = z.object({ id: z.int(), login: z.string() });

/** A person of the stand-in who gave the App their consent, with the token that they got for it. */
export async function signIn(github: StandIn, login: string): Promise<{ userId: string; token: string }> {
  const { clientId, clientSecret } = github.app;
  const verifier = randomBytes(32).toString('base64url');
  const form = {
    client_id: clientId,
    state: 'a-state',
    login,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  const page = await fetch(`${github.webUrl}/login/oauth/authorize`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  const code = new URL(page.headers.get('location') ?? 'about:blank').searchParams.get('code') ?? '';
  const answer = await fetch(`${github.webUrl}/login/oauth/access_token`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, code, code_verifier: verifier }),
  });
  const { access_token: token } = Given.parse(await answer.json());
  const known = await fetch(`${github.apiUrl}/user`, { headers: { authorization: `token ${token}` } });
  const { id } = Person.parse(await known.json());
  return { userId: String(id), token };
}
