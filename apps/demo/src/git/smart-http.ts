import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Router, type Request, type Response } from 'express';
import { type Caller, callerOf } from '../access/caller.js';
import { mustReach, sees } from '../access/reach.js';
import type { Github } from '../github.js';
import { Refused } from '../http/refused.js';
import { strikeFaults } from '../http/striking.js';
import { afterPush } from '../pulls/pushed.js';
import { actorOf } from '../repositories/finding.js';
import type { Repository } from '../state/records.js';
import { refs } from './read.js';
import { gitEnvironment } from './run.js';

const route = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;
const places = ['/usr/lib/git-core/git-http-backend', '/usr/libexec/git-core/git-http-backend'];

/** Git's own server program; asking git for its folder would cost a process for each call. */
function backend(): { command: string; args: string[] } {
  const found = places.find((place) => existsSync(place));
  return found ? { command: found, args: [] } : { command: 'git', args: ['http-backend'] };
}

interface Wanted {
  readonly repository: Repository;
  readonly service: string;
  readonly pushing: boolean;
  readonly caller: Caller;
}

/** Git over HTTP: `git clone`, `fetch` and `push` on the bare repositories, by `git http-backend`. */
export function smartHttp(github: Github): Router {
  const routes = Router();
  routes.use(async (request, response, next) => {
    const [matched, owner, name, service] = route.exec(request.path) ?? [];
    if (matched === undefined) {
      next();
      return;
    }
    const at = Date.now();
    response.on('finish', () => {
      const { method, path } = request;
      github.calls.record({ method, path, status: response.statusCode, budget: 'git', counted: false, at });
    });
    if (!(await strikeFaults(github, request, response, 'git'))) return;
    const wanted = admitted(github, request, `${owner}/${name}`, service ?? '');
    if (wanted instanceof Refused) refuse(response, wanted);
    else await serve(github, request, response, wanted);
  });
  return routes;
}

function refuse(response: Response, { status, message }: Refused): void {
  if (status === 401) response.set('WWW-Authenticate', 'Basic realm="GitHub"');
  response.status(status).type('text/plain').send(`${message}\n`);
}

/** Who may do what, in git's own words: git shows the text to the person. */
function admitted(github: Github, request: Request, fullName: string, service: string): Wanted | Refused {
  const { world, clock } = github;
  const pushing = service === 'git-receive-pack' || request.query['service'] === 'git-receive-pack';
  try {
    const caller = callerOf(world, clock, request.get('authorization'), request.ip ?? '');
    const repository = world.repositoryNamed(fullName);
    if (!repository || !sees(world, caller, repository)) {
      return caller.kind === 'anonymous'
        ? new Refused(401, 'Authentication required')
        : new Refused(404, 'Repository not found.');
    }
    if (pushing && caller.kind === 'anonymous') return new Refused(401, 'Authentication required');
    mustReach(world, caller, repository, ['contents', pushing ? 'write' : 'read']);
    return { repository, service, pushing, caller };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 401) return new Refused(401, 'Invalid username or token.');
    return error.status === 403 && pushing ? new Refused(403, 'Write access to repository not granted.') : error;
  }
}

async function serve(github: Github, request: Request, response: Response, wanted: Wanted): Promise<void> {
  const { repository, service, caller } = wanted;
  const folder = await github.git.of(repository);
  if (service !== 'git-receive-pack') {
    await run(github, request, response, wanted);
    response.end();
    return;
  }
  await github.git.exclusively(repository.id, async () => {
    const before = await refs(folder);
    await run(github, request, response, wanted);
    await afterPush(github, repository, before, actorOf(github, caller));
    response.end(); // only now: who has pushed finds pull requests as they are after it
  });
}

/** One run of git's CGI program: its header lines become the answer's, its output the body. */
async function run(
  github: Github,
  request: Request,
  response: Response,
  { repository, service }: Wanted,
): Promise<void> {
  const { command, args } = backend();
  const length = request.get('content-length');
  const child = spawn(command, args, {
    env: gitEnvironment({
      GIT_PROJECT_ROOT: github.git.root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${repository.id}.git/${service}`,
      QUERY_STRING: new URL(request.originalUrl, 'http://host').search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.get('content-type') ?? '',
      REMOTE_USER: 'x-access-token',
      REMOTE_ADDR: '127.0.0.1',
      HTTP_CONTENT_ENCODING: request.get('content-encoding') ?? '',
      GIT_PROTOCOL: request.get('git-protocol') ?? '',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      ...(length === undefined ? {} : { CONTENT_LENGTH: length }),
    }),
  });
  child.stderr.resume();
  child.stdin.on('error', () => request.unpipe(child.stdin)); // git may answer before it has read everything
  request.pipe(child.stdin);
  await relay(child, response);
}

/** Passes on what the program writes; the caller ends the answer. Resolves when the program has ended. */
async function relay(child: ChildProcessWithoutNullStreams, response: Response): Promise<void> {
  let head = Buffer.alloc(0);
  const seen = { head: false };
  child.stdout.on('data', (part: Buffer) => {
    if (seen.head) {
      if (!response.write(part)) child.stdout.pause();
      return;
    }
    head = Buffer.concat([head, part]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    seen.head = true;
    writeHead(response, head.subarray(0, end).toString('utf8'));
    response.write(head.subarray(end + 4));
  });
  response.on('drain', () => child.stdout.resume());
  response.on('close', () => child.stdout.resume());
  await once(child, 'close');
  if (!seen.head) response.status(500);
}

function writeHead(response: Response, head: string): void {
  for (const line of head.split('\r\n')) {
    const name = line.slice(0, line.indexOf(':'));
    const value = line.slice(line.indexOf(':') + 1).trim();
    if (name.toLowerCase() === 'status') response.status(Number(value.slice(0, 3)));
    else if (name) response.setHeader(name, value);
  }
}
