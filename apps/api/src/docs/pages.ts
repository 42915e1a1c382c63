import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RouteTable } from '@foundry/messaging';
import type { INestApplication } from '@nestjs/common';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { asyncDocumentOf } from '../asyncapi/document.js';
import { Release } from '../health/instance.controller.js';
import { API_MODULES } from '../modules.js';
import { documentOf } from '../openapi/document.js';
import { errorListPage, errorPage } from './error-page.js';
import { errorListMarkdown, errorMarkdown, llmsText, referenceMarkdown } from './markdown.js';

/** Script and style of our own pages. */
const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));
const SWAGGER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const CODES = 'Clients decide by `code` only, and treat an unknown one by its status.';

const REFERENCE = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/**
 * `/docs`: the reference with try-out, and a page for each error code; everything from our own origin, and each page also
 * as Markdown, which `/llms.txt` leads to. The document is that of this process.
 */
export function documentPages(app: INestApplication): Router {
  const router = express.Router();
  const routes = app.get(RouteTable);
  const send = (response: Response, html: string) => response.set('Cache-Control', 'no-cache').type('html').send(html);
  const sendText = (response: Response, text: string, type = 'text/markdown') =>
    response.set('Cache-Control', 'no-cache').type(`${type}; charset=utf-8`).send(text);
  const { version } = app.get(Release).version;

  let document: string | null = null;
  router.get('/openapi.json', (_request: Request, response: Response) => {
    document ??= JSON.stringify(documentOf(routes.entries, version));
    response.set('Cache-Control', 'no-cache').type('json').send(document);
  });
  let messages: string | null = null;
  router.get('/asyncapi.json', (_request: Request, response: Response) => {
    messages ??= JSON.stringify(asyncDocumentOf(API_MODULES, version));
    response.set('Cache-Control', 'no-cache').type('json').send(messages);
  });
  router.get('/llms.txt', (_request: Request, response: Response) =>
    sendText(response, llmsText(version), 'text/plain'),
  );
  router.get('/docs.md', (_request: Request, response: Response) =>
    sendText(response, referenceMarkdown(routes.entries)),
  );
  router.get('/docs/errors.md', (_request: Request, response: Response) =>
    sendText(response, errorListMarkdown(routes.codes.values(), CODES)),
  );
  router.get('/docs', (_request: Request, response: Response) => {
    response.set('Cache-Control', 'no-cache').sendFile('docs.html', { root: PUBLIC });
  });
  router.get('/docs/errors', (_request: Request, response: Response) => send(response, errorListPage(routes.codes)));
  router.get('/docs/errors/:code', (request: Request, response: Response, next: NextFunction) => {
    const { code } = request.params;
    const [, name = '', markdown] = /^(.+?)(\.md)?$/.exec(typeof code === 'string' ? code : '') ?? [];
    const known = routes.codes.get(name);
    if (!known) next();
    else if (markdown) sendText(response, errorMarkdown(known));
    else send(response, errorPage(known));
  });
  router.get('/docs/assets/:file', (request: Request, response: Response, next: NextFunction) => {
    const { file } = request.params;
    if (typeof file !== 'string') next();
    else response.sendFile(file, { root: REFERENCE.includes(file) ? SWAGGER : PUBLIC }, passOn(next));
  });
  return router;
}

/** A file that is not there is an unknown address. */
const passOn = (next: NextFunction) => (error: unknown) => {
  if (error !== undefined) next();
};
