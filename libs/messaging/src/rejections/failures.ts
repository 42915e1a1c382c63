import { Rejection } from './rejection.js';

/** The world is wrong: a dependency is away. Retried a bounded number of times, then dead; HTTP 503. */
export class Unavailable extends Error {
  constructor(
    readonly dependency: 'database' | 'broker',
    options?: ErrorOptions,
  ) {
    super(`The ${dependency} is not available.`, options);
    this.name = 'Unavailable';
  }
}

/** One key, two different requests (422). */
export class IdempotencyKeyReused extends Rejection {
  constructor() {
    super(
      'idempotency.key_reused',
      'invalid',
      'This Idempotency-Key was used for another request; use a new key for a new request.',
    );
  }
}

/** Somebody who lost a lease tried to write (M6). */
export class StaleLease extends Error {
  constructor(effectId: string) {
    super(`The lease of effect ${effectId} is held by another worker now.`);
    this.name = 'StaleLease';
  }
}
