import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type HealthChecks, type Kernel, mayReadMetrics } from '@foundry/messaging';
import type { Release } from './release.js';

interface Told {
  kernel: Kernel;
  checks: HealthChecks;
  release: Release;
  /** Bearer token for `/metrics` from elsewhere than loopback; null: nobody. */
  metricsToken: string | null;
}

const NOT_FOUND = { status: 404, body: JSON.stringify({ code: 'route.not_found' }) };

/** The worker has no routes but these: `/livez`, `/readyz`, `/version` and, from loopback or with the token, `/metrics`. */
export function healthServer({ kernel, checks, release, metricsToken }: Told): Server {
  const answer = async (request: IncomingMessage): Promise<{ status: number; type?: string; body: string }> => {
    switch (new URL(request.url ?? '/', 'http://worker').pathname) {
      case '/livez':
        return { status: 200, body: JSON.stringify({ status: 'ok' }) };
      case '/readyz': {
        const report = await checks.report();
        const ready = report.status === 'ok' || report.status === 'degraded';
        return { status: ready ? 200 : 503, body: JSON.stringify(report) };
      }
      case '/version':
        return { status: 200, body: JSON.stringify(release) };
      case '/metrics':
        if (!mayReadMetrics(request, metricsToken)) return NOT_FOUND;
        return {
          status: 200,
          type: kernel.metrics.registry.contentType,
          body: await kernel.metrics.registry.metrics(),
        };
      default:
        return NOT_FOUND;
    }
  };
  return createServer((request, response) => {
    answer(request).then(
      ({ status, type, body }) => {
        response.writeHead(status, { 'Content-Type': type ?? 'application/json', 'Cache-Control': 'no-store' });
        response.end(body);
      },
      (error: unknown) => {
        kernel.log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'health could not be told');
        response.writeHead(500).end();
      },
    );
  });
}
