import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type Finding, HealthCheck } from './health-check.js';

/** A check that does not answer by then has failed. Milliseconds. */
export const CHECK_LIMIT_MS = 2000;

/** `reason` is for the log alone: it may name hosts. */
type Found = Finding & { reason?: string };

export interface CheckReport {
  status: Finding['status'];
  ms: number;
  /** Since when it has this status. */
  since: string;
  hint: string | null;
}

export interface HealthReport {
  status: Finding['status'] | 'draining';
  checks: Record<string, CheckReport>;
}

const failed = (reason: string): Found => ({
  status: 'failed',
  hint: 'It does not answer; the log says more.',
  reason,
});

/** Asks every dependency of the process, at the same time. */
@Injectable()
export class HealthChecks implements BeforeApplicationShutdown {
  private readonly known = new Map<string, CheckReport>();
  private readonly log = new Logger('health');
  private leaving = false;

  constructor(private readonly discovery: DiscoveryService) {}

  /** From the first signal to stop on: nothing new is taken. */
  get draining(): boolean {
    return this.leaving;
  }

  drain(): void {
    this.leaving = true;
  }

  beforeApplicationShutdown(): void {
    this.drain();
  }

  /** `failed` when any check failed, else `degraded` when any is; `draining` before all. Never throws. */
  async report(now = new Date()): Promise<HealthReport> {
    const reports = await Promise.all(this.checks().map((check) => this.look(check, now)));
    const statuses = reports.map(([, { status }]) => status);
    const worst = (['failed', 'degraded'] as const).find((status) => statuses.includes(status)) ?? 'ok';
    return { status: this.leaving ? 'draining' : worst, checks: Object.fromEntries(reports) };
  }

  private checks(): HealthCheck[] {
    const instances = this.discovery.getProviders().map(({ instance }): unknown => instance);
    return [...new Set(instances.filter((instance) => instance instanceof HealthCheck))];
  }

  private async look(check: HealthCheck, now: Date): Promise<[string, CheckReport]> {
    const started = performance.now();
    const { status, hint, reason } = await found(check);
    const before = this.known.get(check.name);
    if (status !== (before?.status ?? 'ok'))
      this.log.warn({ check: check.name, status, reason }, 'a dependency changed');
    const since = before?.status === status ? before.since : now.toISOString();
    const report = { status, ms: Math.round(performance.now() - started), since, hint: hint ?? null };
    this.known.set(check.name, report);
    return [check.name, report];
  }
}

/** Whatever a check throws is what it was asked to find out: the dependency is away. */
async function found(check: HealthCheck): Promise<Found> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Found>((resolve) => {
    timer = setTimeout(() => {
      resolve(failed(`no answer in ${String(CHECK_LIMIT_MS)} ms`));
    }, CHECK_LIMIT_MS);
  });
  const looked = check
    .check()
    .catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)));
  return Promise.race([looked, late]).finally(() => {
    clearTimeout(timer);
  });
}
