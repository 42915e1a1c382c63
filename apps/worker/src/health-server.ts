import { createServer, type Server } from 'node:http';
import type { HealthChecks, Kernel } from '@foundry/messaging';

/** The worker has no routes but these: `/livez`, `/readyz`, `/version` and, on loopback only, `/metrics`. */
export function healthServer(kernel: Kernel, checks: HealthChecks, version: string): Server {
  const answer = async (path: string): Promise<{ status: number; type?: string; body: string }> => {
    switch (path) {
      case '/livez':
        return { status: 200, body: JSON.stringify({ status: 'ok' }) };
      case '/readyz': {
        const report = await checks.report();
        const ready = report.status === 'ok' || report.status === 'degraded';
        return { status: ready ? 200 : 503, body: JSON.stringify(report) };
      }
      case '/version':
        return { status: 200, body: JSON.stringify({ version }) };
      case '/metrics':
        return {
          status: 200,
          type: kernel.metrics.registry.contentType,
          body: await kernel.metrics.registry.metrics(),
        };
      default:
        return { status: 404, body: JSON.stringify({ code: 'route.not_found' }) };
    }
  };
  return createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://worker').pathname).then(
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
