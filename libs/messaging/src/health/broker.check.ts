import { Injectable } from '@nestjs/common';
import { Kernel } from '../kernel/kernel.js';
import { type Finding, HealthCheck } from './health-check.js';

/** A worker without its broker for this long is not ready; one that never saw it is not ready at once. Milliseconds. */
const PATIENCE_MS = 60_000;

/** The wire. An API without a broker still accepts commands, so it is only degraded. */
@Injectable()
export class BrokerCheck extends HealthCheck {
  readonly name = 'broker';

  constructor(private readonly kernel: Kernel) {
    super();
  }

  check(): Promise<Finding> {
    const away = this.kernel.transport.awaySince();
    if (!away) return Promise.resolve({ status: 'ok' });
    const long = Date.now() - away.getTime() > PATIENCE_MS;
    const status = long && this.kernel.options.role === 'worker' ? 'failed' : 'degraded';
    return Promise.resolve({
      status,
      hint: 'RabbitMQ does not answer; commands are accepted and wait for its return.',
    });
  }
}
