import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

/** Where the build of the web app lies, beside this app. */
export const WEB_ROOT = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/** Paths of the API, which are never looked up on the disk and are no pages of the web app. */
const OF_THE_API = /^\/(?:v1|docs|setup|livez|readyz|version|metrics)(?:\/|$)/;

/** Built files have a hash of their content in their name, so they never change. */
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Serves the web app: its files, and its one page for every address that a browser navigates to and that is not the API's.
 * Which address is a screen is known to the web app, which says so where there is none.
 */
export function webFiles(root: string): RequestHandler {
  const assets = join(root, 'assets/');
  const files = express.static(root, {
    index: false,
    dotfiles: 'ignore',
    redirect: false,
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', path.startsWith(assets) ? FOREVER : 'no-cache');
    },
  });
  return (request, response, next) => {
    if (OF_THE_API.test(request.path)) {
      next();
      return;
    }
    files(request, response, (error?: unknown) => {
      if (error === undefined && isNavigation(request)) sendPage(root, response, next);
      else next(error);
    });
  };
}

/** A person's browser asks for a page by name; scripts, programs and pictures do not. The start page is there for all. */
function isNavigation({ method, path, headers: { accept = '' } }: Request): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return path === '/' || (accept.includes('text/html') && !/\.[a-z0-9]+$/i.test(path));
}

function sendPage(root: string, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-cache').sendFile('index.html', { root }, (error?: Error) => {
    // Nothing was built: the address is as unknown as any other.
    if (error && !response.headersSent) next();
  });
}
