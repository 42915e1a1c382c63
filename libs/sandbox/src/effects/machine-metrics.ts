import { Kernel } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Counter, Gauge } from 'prom-client';

/** What the reaper saw, for operators. `sandbox_endings_stuck` above 0 is a reason to look at the provider. */
@Injectable()
export class MachineMetrics {
  private readonly sandboxes: Gauge<'provider' | 'state'>;
  private readonly stuck: Gauge;
  private readonly orphans: Counter<'provider'>;
  private readonly failures: Counter<'provider'>;

  constructor(modules: ModuleRef) {
    // The registry that the process shows is the kernel's, which is not exported to modules.
    const { registry } = modules.get(Kernel, { strict: false }).metrics;
    const registers = [registry];
    this.sandboxes = new Gauge({
      name: 'sandboxes',
      help: 'Sandboxes that are not destroyed',
      labelNames: ['provider', 'state'],
      registers,
    });
    this.stuck = new Gauge({
      name: 'sandbox_endings_stuck',
      help: 'Machines that could not be ended for ten minutes',
      registers,
    });
    this.orphans = new Counter({
      name: 'sandbox_orphans_destroyed_total',
      help: 'Machines that belonged to nobody and were ended',
      labelNames: ['provider'],
      registers,
    });
    this.failures = new Counter({
      name: 'sandbox_sweeps_failed_total',
      help: 'Looks at a provider that failed',
      labelNames: ['provider'],
      registers,
    });
  }

  saw(counts: readonly { provider: string; state: string; count: number }[], stuck: number): void {
    this.sandboxes.reset();
    for (const { provider, state, count } of counts) this.sandboxes.set({ provider, state }, count);
    this.stuck.set(stuck);
  }

  destroyed(provider: string, orphans: number): void {
    this.orphans.inc({ provider }, orphans);
  }

  failed(provider: string): void {
    this.failures.inc({ provider });
  }
}
