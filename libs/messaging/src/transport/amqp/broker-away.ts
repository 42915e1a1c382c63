import { BootError } from '../../boot/boot-error.js';
import type { Log } from '../../logging/log.js';

const WARN_EVERY_MS = 60_000;

/** The broker's own words for "you may not": wrong credentials, a virtual host that is not there or not for this user. */
const REFUSED = /\b(?:403|530) \((?:ACCESS-REFUSED|NOT-ALLOWED)\)/;
/** A virtual host that is still starting is refused in the same words. */
const STARTING = /\bis down\b/;
/** A certificate that does not fit, or plain text where TLS is spoken. */
const UNTRUSTED = /^(?:ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO)/;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Host and port for people; never the credentials. */
function placeOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port === '' ? (protocol === 'amqps:' ? '5671' : '5672') : port}`;
}

/**
 * What a failed connection says when trying again does not mend it: the broker answers and refuses, or its queues stand
 * with other settings. Null: the broker is away, or on its way up.
 */
export function refusalOf(error: unknown, url: string): BootError | null {
  if (error instanceof BootError) return error;
  const reason = reasonOf(error);
  const refused = (REFUSED.test(reason) && !STARTING.test(reason)) || UNTRUSTED.test(codeOf(error));
  if (!refused) return null;
  return new BootError(
    `RabbitMQ at ${placeOf(url)} does not let us in (${reason}); correct AMQP_URL, or make that user and virtual host there.`,
    { cause: error },
  );
}

/** Says that the broker is away, what to do, and that this goes on by itself: once a minute, however often it is tried. */
export class AwayNotice {
  private last = -Infinity;

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {}

  tell(error: unknown): void {
    if (performance.now() - this.last < WARN_EVERY_MS) return;
    this.last = performance.now();
    this.log.warn(
      { reason: reasonOf(error) },
      `RabbitMQ at ${placeOf(this.url)} does not answer; start it there, or correct AMQP_URL. Trying again; commands wait meanwhile`,
    );
  }
}
