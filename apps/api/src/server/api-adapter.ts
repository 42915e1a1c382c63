import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import express, { type Express } from 'express';
import { KEEP_ALIVE_MS, MAX_HEADERS, REQUEST_LIMIT_MS, SWEEP_MS } from './limits.js';

/** Express on a server with the API's limits: a request that does not arrive whole in 15 s is ended by Node with 408. */
export class ApiAdapter extends ExpressAdapter {
  /** `trustedProxies`: whose `X-Forwarded-For` is believed; nobody's when empty. */
  constructor(
    trustedProxies: readonly string[] = [],
    private readonly application: Express = express(),
  ) {
    super(application);
    application.set('trust proxy', trustedProxies.length > 0 ? [...trustedProxies] : false);
    application.disable('x-powered-by');
    application.disable('etag');
    application.enable('case sensitive routing');
    application.enable('strict routing');
  }

  override initHttpServer(): void {
    const handle = (request: IncomingMessage, response: ServerResponse): void => {
      this.application(request, response);
    };
    this.httpServer = createServer(
      {
        maxHeaderSize: MAX_HEADERS,
        headersTimeout: REQUEST_LIMIT_MS,
        requestTimeout: REQUEST_LIMIT_MS,
        connectionsCheckingInterval: SWEEP_MS,
        keepAliveTimeout: KEEP_ALIVE_MS,
      },
      handle,
    );
  }
}
