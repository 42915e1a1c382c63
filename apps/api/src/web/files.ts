import { fileURLToPath } from 'node:url';
import { type RequestHandler, static as files } from 'express';

/** Where the build of the web app lies, beside this app. */
export const WEB_ROOT = fileURLToPath(new URL('../../../web/public/', import.meta.url));

/** Serves the web app's own files; anything else goes on to the routes. */
export const webFiles = (root: string): RequestHandler =>
  files(root, {
    index: 'index.html',
    dotfiles: 'ignore',
    redirect: false,
    setHeaders: (response) => {
      response.setHeader('Cache-Control', 'no-cache');
    },
  });
