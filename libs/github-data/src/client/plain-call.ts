import { Octokit, RequestError } from 'octokit';
import { GithubFailure } from './github-failure.js';
import { limitedFetch } from './limited-fetch.js';

const CALL_MS = 8_000;

export interface PlainCall {
  apiUrl: string;
  /** GitHub's route with placeholders. */
  route: string;
  parameters?: Readonly<Record<string, string | number>>;
  /** The whole header; nobody's when absent. */
  authorization?: string;
}

/** What GitHub answered, whatever it was. */
export interface PlainAnswer {
  status: number;
  data: unknown;
  headers: Readonly<Record<string, string | number | undefined>>;
}

/**
 * One call outside of any installation: setting the App up, and looking whether it is set up well. It is not repeated,
 * ends after 8 s, and follows no budget. Throws `GithubFailure` (`unavailable`) when nothing was answered.
 */
export async function plainCall({ apiUrl, route, parameters = {}, authorization }: PlainCall): Promise<PlainAnswer> {
  const octokit = new Octokit({
    baseUrl: apiUrl,
    userAgent: 'foundry',
    throttle: { enabled: false },
    retry: { enabled: false },
    request: { fetch: limitedFetch },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  try {
    const response = await octokit.request(route, {
      ...parameters,
      headers: authorization === undefined ? {} : { authorization },
      request: { signal: AbortSignal.timeout(CALL_MS) },
    });
    const data: unknown = response.data;
    return { status: response.status, data, headers: response.headers };
  } catch (error) {
    if (error instanceof GithubFailure) throw error;
    // The error of octokit holds the request with its credentials, so it is never a cause of ours.
    if (!(error instanceof RequestError) || error.response === undefined) throw new GithubFailure('unavailable', null);
    const { status, headers } = error.response;
    const data: unknown = error.response.data;
    return { status, data, headers };
  }
}

const quiet = (): void => undefined;
