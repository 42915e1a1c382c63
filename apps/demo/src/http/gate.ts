import { createHash } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { type Caller, callerOf } from '../access/caller.js';
import { hex } from '../access/secrets.js';
import type { Github } from '../github.js';
import { admit, type Answer } from './call.js';
import { Refused } from './refused.js';
import { strikeFaults } from './striking.js';

/** Calls to this route cost nothing. */
const free = '/rate_limit';

/** GitHub gives an installation more with each repository and member above 20. */
function limitOf({ world }: Github, caller: Caller): number {
  if (caller.kind === 'anonymous') return 60;
  if (caller.kind !== 'installation') return 5000;
  const members = world.memberships.filter((row) => row.organizationId === caller.installation.accountId).length;
  const repositories = world.installedRepositories(caller.installation).length;
  return Math.min(12_500, 5000 + 50 * (Math.max(0, repositories - 20) + Math.max(0, members - 20)));
}

function commonHeaders(response: Response): void {
  response.set({
    'X-GitHub-Request-Id': hex(10).toUpperCase(),
    'X-GitHub-Media-Type': 'github.v3; format=json',
    'X-GitHub-Api-Version-Selected': '2022-11-28',
    'Cache-Control': 'private, max-age=60, s-maxage=60',
    Vary: 'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, Accept, X-Requested-With',
  });
}

function exhausted(caller: Caller): Refused {
  return new Refused(403, `API rate limit exceeded for ${caller.budget.replace(':', ' ID ')}.`);
}

/**
 * What every REST call passes: user agent, faults, token, rate limit. Answers get the rate headers and an ETag that is
 * bound to the token; a call whose ETag still holds is 304 and does not count.
 */
export function gate(github: Github): RequestHandler {
  return async (request, response, next) => {
    commonHeaders(response);
    if (!request.get('user-agent')) throw new Refused(403, 'Request forbidden by administrative rules.');
    let budget = 'refused';
    response.on('finish', () => record(github, request, response, budget));
    const caller = callerOf(github.world, github.clock, request.get('authorization'), request.ip ?? '');
    budget = caller.budget;
    if (!(await strikeFaults(github, request, response, caller.budget))) return;
    spend(github, request, response, caller);
    admit(request, caller, sender(github));
    next();
  };
}

function spend(github: Github, request: Request, response: Response, caller: Caller): void {
  const limit = limitOf(github, caller);
  const affordable = request.path === free || github.budgets.spend(caller.budget, limit);
  response.set(github.budgets.headers(caller.budget, limit));
  if (!affordable) throw exhausted(caller);
}

function record({ calls }: Github, request: Request, response: Response, budget: string): void {
  const path = request.originalUrl.split('?')[0] ?? '';
  const status = response.statusCode;
  const counted = status !== 304 && !path.endsWith(free);
  calls.record({ method: request.method, path, status, budget, counted, at: Date.now() });
}

function sender(github: Github) {
  return (request: Request, response: Response, { status, body, headers = {} }: Answer): void => {
    response.status(status).set(headers);
    if (body === undefined) {
      response.end();
      return;
    }
    const text = JSON.stringify(body);
    response.set('Content-Type', 'application/json; charset=utf-8');
    if (request.method === 'GET' && status === 200) {
      const token = request.get('authorization') ?? '';
      const etag = `W/"${createHash('sha256').update(token).update(text).digest('hex')}"`;
      response.set('ETag', etag);
      if (request.get('if-none-match')?.split(/, */).includes(etag)) {
        notModified(github, request, response);
        return;
      }
    }
    response.end(text);
  };
}

function notModified(github: Github, request: Request, response: Response): void {
  const caller = callerOf(github.world, github.clock, request.get('authorization'), request.ip ?? '');
  if (caller.kind !== 'anonymous') github.budgets.giveBack(caller.budget);
  response.set(github.budgets.headers(caller.budget, limitOf(github, caller)));
  response.status(304).end();
}

/** Writes what was refused; anything else is a fault of ours and goes on to the last handler. */
export const refusals: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) next(error);
  else if (error instanceof Refused) {
    response
      .status(error.status)
      .set(error.details.headers ?? {})
      .json(error.body);
  } else if (error instanceof SyntaxError) {
    response.status(400).json(new Refused(400, 'Problems parsing JSON').body);
  } else next(error);
};
