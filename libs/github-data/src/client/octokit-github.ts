import { createHash, type KeyObject } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Octokit, RequestError } from 'octokit';
import { z } from 'zod';
import { answerOf } from './answer-body.js';
import { appJwt } from './app-jwt.js';
import { Github, type Authority, type Fresh, type Narrowing, type Question, type Unchanged } from './github.js';
import { GithubFailure } from './github-failure.js';
import { wordsOf } from './github-words.js';
import { InstallationTokens, USED_UNTIL_MS } from './installation-tokens.js';
import { limitedFetch } from './limited-fetch.js';
import { budgetOf, type RateBudgets } from './rate-budgets.js';
import { pointsOf, type RatePace } from './rate-pace.js';
import { Semaphore } from './semaphore.js';

export interface OctokitOptions {
  appId: string;
  privateKey: KeyObject;
  /** `https://api.github.com`, or that of an Enterprise Server. */
  apiUrl: string;
  /** Pauses before the second, third, … try of a call that GitHub did not answer; spread by a fifth. */
  pausesMs?: readonly number[];
  timeoutMs?: number;
}

const CALL_MS = 10_000;
const PAUSES_MS = [1_000, 4_000, 16_000];
/** A call that cannot end by then is not tried again: the effect that asks has a minute, and must still say why. */
const LONGEST_MS = 50_000;
const PER_INSTALLATION = 10;
const PER_PROCESS = 50;

/** Listing needs to read only; a token that can do less can leak less. */
const READS = ['metadata', 'contents', 'pull_requests', 'checks', 'statuses', 'issues', 'members'];

/** GraphQL has an address of its own, and a budget of its own. */
const GRAPHQL = 'POST /graphql';

/** Not allowed as things stand, changed meanwhile, not valid. */
const REFUSALS: readonly number[] = [405, 409, 422];

const Minted = z.object({ token: z.string().min(1), expires_at: z.string() });

/** GitHub over octokit: tokens minted and kept in memory, budgets respected, failures named. */
export class OctokitGithub extends Github {
  private readonly octokit: Octokit;
  private readonly tokens = new InstallationTokens();
  private readonly process = new Semaphore(PER_PROCESS);
  private readonly installations = new Map<string, Semaphore>();

  constructor(
    private readonly options: OctokitOptions,
    private readonly budgets: RateBudgets,
    private readonly pace: RatePace,
  ) {
    super();
    this.octokit = new Octokit({
      baseUrl: options.apiUrl,
      userAgent: 'foundry',
      // Both are ours to do: budgets are shared by all workers, and a wait must not hold an effect.
      throttle: { enabled: false },
      retry: { enabled: false },
      request: { fetch: limitedFetch },
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    });
  }

  forget(installationId: string): void {
    this.tokens.forget(installationId);
  }

  async ask<T>(question: Question<T>): Promise<Fresh<T> | Unchanged> {
    const { pausesMs = PAUSES_MS, timeoutMs = CALL_MS } = this.options;
    const pauses = pausesMs.slice(0, (question.tries ?? Infinity) - 1);
    const started = performance.now();
    for (let tried = 0, renewed = false; ; tried += 1) {
      try {
        const answer = await this.once(question);
        return { ...answer, requests: tried + 1 };
      } catch (error) {
        // A call that we ended ourselves says nothing about GitHub: the effect is handed on, not reported.
        question.abort?.throwIfAborted();
        if (!(error instanceof GithubFailure)) throw error;
        const { authority } = question;
        if (error.kind === 'unauthorized' && authority.as === 'installation' && !renewed) {
          renewed = true;
          this.forget(authority.installationId);
          continue;
        }
        const pause = pauses[tried];
        if (error.kind !== 'unavailable' || pause === undefined) throw error;
        if (performance.now() - started + pause + timeoutMs > LONGEST_MS) throw error;
        await wait(pause * (0.8 + 0.4 * Math.random()), undefined, question.abort ? { signal: question.abort } : {});
      }
    }
  }

  private async once<T>(question: Question<T>): Promise<Fresh<T> | Unchanged> {
    const { authority, known, answer, urgency = 'needed' } = question;
    const token = await this.tokenFor(authority);
    const tokenHash = createHash('sha256').update(token).digest('base64url');
    const conditional = known?.tokenHash === tokenHash ? { 'if-none-match': known.etag } : {};
    const budget = question.route === GRAPHQL ? `${budgetOf(authority)}:graphql` : budgetOf(authority);
    const response = await this.paced(authority, () => this.call(budget, token, question, urgency, conditional));
    if (response === null) return { changed: false, requests: 1 };
    const parsed = answer.safeParse(response.data);
    if (!parsed.success) throw new GithubFailure('unreadable', response.status, null, { cause: parsed.error });
    const { link, etag } = response.headers;
    const next = nextOf(link);
    return {
      changed: true,
      data: parsed.data,
      etag: etag ?? null,
      tokenHash,
      nextPage: pageOf(next),
      nextCursor: next?.searchParams.get('cursor') ?? null,
      requests: 1,
    };
  }

  private async call<T>(
    budget: string,
    token: string,
    { route, parameters = {}, abort, authority }: Question<T>,
    urgency: NonNullable<Question<T>['urgency']>,
    conditional: Record<string, string>,
    body: Record<string, unknown> = {},
  ) {
    await this.budgets.mustAllow(budget, urgency);
    await this.pace.take(budget, pointsOf(route), abort ?? new AbortController().signal);
    const limit = AbortSignal.timeout(this.options.timeoutMs ?? CALL_MS);
    const scheme = authority.as === 'app' ? 'Bearer' : 'token';
    try {
      const response = await this.octokit.request(route, {
        ...parameters,
        ...(route === GRAPHQL ? { baseUrl: this.options.apiUrl.replace(/\/api\/v3$/, '/api') } : {}),
        ...body,
        headers: { authorization: `${scheme} ${token}`, ...conditional },
        request: { signal: abort ? AbortSignal.any([abort, limit]) : limit, parseSuccessResponseBody: false },
      });
      await this.budgets.note(budget, headersOf(response.headers));
      return { status: response.status, headers: response.headers, data: await answerOf(response.data) };
    } catch (error) {
      return this.failed(budget, error);
    }
  }

  /** Null when the answer was 304: octokit throws for it. */
  private async failed(budget: string, error: unknown): Promise<null> {
    if (error instanceof GithubFailure) throw error;
    // The error of octokit holds the request with its token, so it is never a cause of ours.
    if (!(error instanceof RequestError) || error.response === undefined) throw new GithubFailure('unavailable', null);
    const { status } = error;
    const headers = headersOf(error.response.headers);
    await this.budgets.note(budget, headers);
    if (status === 304) return null;
    if (status === 429 || (status === 403 && isLimit(headers, error.message))) {
      throw new GithubFailure('limited', status, await this.budgets.block(budget, headers));
    }
    if (status === 401) throw new GithubFailure('unauthorized', status);
    if (status === 403 && /suspended/i.test(error.message)) throw new GithubFailure('suspended', status);
    const words = { words: wordsOf(error.response.data) };
    if (status === 403) throw new GithubFailure('forbidden', status, null, words);
    if (status === 404 || status === 410) throw new GithubFailure('missing', status);
    if (REFUSALS.includes(status)) throw new GithubFailure('refused', status, null, words);
    throw new GithubFailure(status >= 500 ? 'unavailable' : 'unreadable', status);
  }

  private async tokenFor(authority: Authority): Promise<string> {
    if (authority.as === 'user') return authority.token;
    if (authority.as === 'app') return this.jwt();
    const { installationId, permissions } = authority;
    const wanted = Object.fromEntries(
      READS.filter((name) => permissions[name] !== undefined).map((name): [string, string] => [name, 'read']),
    );
    const key = `${installationId} ${JSON.stringify(wanted)}`;
    return this.tokens.of(key, async () => {
      const { token, expiresAt } = await this.minted(installationId, { permissions: wanted });
      return { token, until: expiresAt.getTime() - USED_UNTIL_MS };
    });
  }

  mint(installationId: string, { repositoryIds, permissions }: Narrowing): Promise<{ token: string; expiresAt: Date }> {
    return this.minted(installationId, { permissions, repository_ids: repositoryIds.map(Number) });
  }

  async end(token: string): Promise<void> {
    const question = { authority: { as: 'app' as const }, route: 'DELETE /installation/token', answer: z.unknown() };
    // A budget of its own: what the answer says of limits is about that token's installation.
    await this.process.within(() => this.call('loans', token, question, 'person', {}));
  }

  private async minted(installationId: string, body: Record<string, unknown>) {
    const question = {
      authority: { as: 'app' as const },
      route: 'POST /app/installations/{installation_id}/access_tokens',
      parameters: { installation_id: installationId },
      answer: Minted,
    };
    const response = await this.process.within(() => this.call('app', this.jwt(), question, 'needed', {}, body));
    const parsed = Minted.safeParse(response?.data);
    if (!parsed.success) throw new GithubFailure('unreadable', 201);
    return { token: parsed.data.token, expiresAt: new Date(parsed.data.expires_at) };
  }

  private jwt(): string {
    return appJwt(this.options.appId, this.options.privateKey, new Date());
  }

  private paced<T>(authority: Authority, work: () => Promise<T>): Promise<T> {
    if (authority.as !== 'installation') return this.process.within(work);
    const known = this.installations.get(authority.installationId) ?? new Semaphore(PER_INSTALLATION);
    this.installations.set(authority.installationId, known);
    return known.within(() => this.process.within(work));
  }
}

const quiet = (): void => undefined;

type OctokitHeaders = Readonly<Record<string, string | number | undefined>>;

function headersOf(headers: OctokitHeaders): Headers {
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return new Headers(given);
}

const isLimit = (headers: Headers, message: string): boolean =>
  headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0' || /rate limit/i.test(message);

function nextOf(link: string | undefined): URL | null {
  const address = /<([^>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
  return address !== undefined && URL.canParse(address) ? new URL(address) : null;
}

function pageOf(next: URL | null): number | null {
  const page = Number(next?.searchParams.get('page') ?? Number.NaN);
  return Number.isInteger(page) && page > 1 ? page : null;
}
