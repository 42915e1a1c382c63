import { fileURLToPath } from 'node:url';
import express, { type RequestHandler } from 'express';

/** Where the build of the web app lies, beside this app. */
export const WEB_ROOT = fileURLToPath(new URL('../../../web/public/', import.meta.url));

/** Serves the web app's own files; anything else goes on to the routes. The API's paths are not looked up on the disk. */
export function webFiles(root: string): RequestHandler {
  const files = express.static(root, {
    index: 'index.html',
    dotfiles: 'ignore',
    extensions: ['html'],
    redirect: false,
    setHeaders: (response) => {
      response.setHeader('Cache-Control', 'no-cache');
    },
  });
  return (request, response, next) => {
    if (request.path.startsWith('/v1/')) next();
    else files(request, response, next);
  };
}
