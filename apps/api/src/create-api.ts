import type { INestApplication } from '@nestjs/common';
import compression from 'compression';
import { NestFactory } from '@nestjs/core';
import { ApiModule, type ApiOptions } from './api.module.js';
import { documentPages } from './docs/pages.js';
import { NestLog } from './log/json-log.js';
import { RequestLog } from './log/request-log.js';
import { ApiAdapter } from './server/api-adapter.js';
import { Edge } from './server/edge.js';
import { webFiles } from './web/files.js';

/**
 * Builds the API, ready to `listen`. Bodies are read by the routes that take one, after the guards, so Nest's parser is off;
 * there is no CORS, on purpose. Throws `BootError` when a route is not described.
 */
export async function createApi(options: ApiOptions): Promise<INestApplication> {
  const app = await NestFactory.create(ApiModule.with(options), new ApiAdapter(options.trustedProxies), {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLog(options.log),
  });
  app.use(app.get(RequestLog).handle, app.get(Edge).handle);
  app.use(compression({ threshold: 1024 }), documentPages(app), webFiles(options.webRoot));
  return app;
}
