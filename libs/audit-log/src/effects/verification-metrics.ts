import { Injectable } from '@nestjs/common';
import { Counter, register } from 'prom-client';

const NAME = 'audit_verifications_total';

/** Verified streams by result: `intact`, or the fault. */
@Injectable()
export class VerificationMetrics {
  readonly verified: Counter<'result'>;

  constructor() {
    // Two contexts of one process (the standalone app, tests) count together.
    const known = register.getSingleMetric(NAME);
    this.verified =
      known instanceof Counter
        ? known
        : new Counter({ name: NAME, help: 'Verified audit streams', labelNames: ['result'] });
  }
}
