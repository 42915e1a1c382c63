import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 120_000;

/**
 * Sends numbered renames of one organization, each when the one before was accepted and none waiting for an outcome.
 * Each names the version that the one before will have left: a rename that is lost, doubled or out of order makes the
 * next one a `version.conflict`. What gets no answer is sent again under its own key, as a client would.
 */
export async function sendRenames({ base, organizationId, token }, numbers, pace, accepted) {
  const url = `${base}/v1/organizations/${organizationId}`;
  const authorization = `Bearer ${token}`;
  const found = await fetch(url, { headers: { authorization } });
  if (!found.ok) throw new Error(`GET ${url} answered ${found.status}: ${await found.text()}`);
  let version = Number(/"(\d+)"/.exec(found.headers.get('etag') ?? '')?.[1]);
  for (const number of numbers) {
    const headers = {
      authorization,
      'content-type': 'application/json',
      prefer: 'respond-async',
      'if-match': `"${version}"`,
      'idempotency-key': randomUUID(),
    };
    const body = JSON.stringify({ displayName: `Number ${number}` });
    accepted.push(await untilAccepted(url, { method: 'PATCH', headers, body }));
    version += 1;
    await pace();
  }
}

async function untilAccepted(url, request) {
  for (const end = Date.now() + PATIENCE_MS; ; await wait(200)) {
    const answer = await tryOnce(url, request);
    if (answer?.status === 202) return (await answer.json()).commandId;
    const passing = answer === null || [429, 502, 503, 504].includes(answer.status);
    if (!passing) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
    if (Date.now() > end) throw new Error(`${url} did not accept a command within ${PATIENCE_MS / 1000} s.`);
  }
}

async function tryOnce(url, request) {
  try {
    return await fetch(url, { ...request, signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    // No answer: it may have been accepted or not, so the same key goes again.
    if (error instanceof TypeError || error.name === 'TimeoutError') return null;
    throw error;
  }
}
