import { createHmac, timingSafeEqual } from 'node:crypto';
import { type ApiRequest, type KeyRing, Refusal } from '@foundry/messaging';

const SAFE = new Set(['GET', 'HEAD']);
const FORM = /^[A-Za-z0-9_-]{43}$/;

/** What a page of ours knows and another origin's cannot: a keyed hash of the session's id. */
export class CsrfTokens {
  private readonly keys: readonly [Buffer, ...Buffer[]];

  constructor(ring: KeyRing) {
    this.keys = ring.derived('csrf');
  }

  of(sessionId: string): string {
    return hashed(this.keys[0], sessionId).toString('base64url');
  }

  /** Tokens of keys that read but do not write any more are good too, so that a rotation breaks no open page. */
  fits(sessionId: string, token: string | string[] | undefined): boolean {
    if (typeof token !== 'string' || !FORM.test(token)) return false;
    const given = Buffer.from(token, 'base64url');
    return this.keys.some((key) => timingSafeEqual(hashed(key, sessionId), given));
  }
}

const hashed = (key: Buffer, sessionId: string): Buffer => createHmac('sha256', key).update(sessionId).digest();

/** Refuses what changes something by cookie and did not come from a page of ours. Nothing of the body was read yet. */
export class CsrfRule {
  private readonly origin: string;

  constructor(
    private readonly tokens: CsrfTokens,
    publicUrl: string,
  ) {
    this.origin = new URL(publicUrl).origin;
  }

  /** Throws `csrf.refused`. */
  mustFit(request: ApiRequest, sessionId: string): void {
    if (SAFE.has(request.method)) return;
    const { headers } = request;
    if (!this.isOwnOrigin(headers.origin, headers['sec-fetch-site'])) throw refused('It came from another origin.');
    if (!this.tokens.fits(sessionId, headers['x-csrf-token'])) throw refused('X-CSRF-Token is missing or wrong.');
    if (hasBody(request) && !isJson(headers['content-type'])) throw refused('A body has to be application/json.');
  }

  private isOwnOrigin(origin: string | undefined, site: string | string[] | undefined): boolean {
    return origin === undefined ? site === 'same-origin' : origin === this.origin;
  }
}

const refused = (detail: string) => new Refusal('csrf.refused', `${detail} Reload the page and try again.`);

const hasBody = ({ headers }: ApiRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const isJson = (type: string | undefined): boolean =>
  type?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
