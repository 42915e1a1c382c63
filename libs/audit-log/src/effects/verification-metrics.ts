import { Kernel } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Counter } from 'prom-client';

/** Counts verified streams by result: `intact`, or the fault. */
@Injectable()
export class VerificationMetrics {
  private readonly verified: Counter<'result'>;

  constructor(modules: ModuleRef) {
    // The registry that the process shows is the kernel's, which is not exported to modules.
    const { registry } = modules.get(Kernel, { strict: false }).metrics;
    this.verified = new Counter({
      name: 'audit_verifications_total',
      help: 'Verified audit streams',
      labelNames: ['result'],
      registers: [registry],
    });
  }

  count(result: string): void {
    this.verified.inc({ result });
  }
}
