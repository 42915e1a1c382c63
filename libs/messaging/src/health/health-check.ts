/** What one dependency is like. `hint` says what to do, without hosts, versions or values. */
export interface Finding {
  status: 'ok' | 'degraded' | 'failed';
  hint?: string;
}

/**
 * One dependency of this process. Every provider that extends this is found by `HealthChecks`; a check that throws or takes
 * longer than 2 s counts as failed. It only looks: it repairs nothing.
 */
export abstract class HealthCheck {
  /** `postgres`, `broker`, `migrations`, `relay`, `audit`. */
  abstract readonly name: string;
  abstract check(): Promise<Finding>;
}
