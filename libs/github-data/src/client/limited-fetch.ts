import { MOST_BYTES } from './answer-body.js';
import { GithubFailure } from './github-failure.js';

const MOST_REDIRECTS = 3;

/**
 * `fetch` that follows redirects (renamed repositories) to the host of the API only, so that a token never goes
 * elsewhere, and refuses answers of more than 25 MB.
 */
export async function limitedFetch(url: string, init: RequestInit = {}): Promise<Response> {
  let address = new URL(url);
  const { origin } = address;
  for (let hop = 0; ; hop += 1) {
    const response = await fetch(address, { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || response.status === 304 || location === null) {
      if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) throw new GithubFailure('unreadable', 200);
      return response;
    }
    address = new URL(location, address);
    if (address.origin !== origin || hop >= MOST_REDIRECTS) throw new GithubFailure('unreadable', response.status);
    await response.body?.cancel();
  }
}
