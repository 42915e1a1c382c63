const SECRET = /^[A-Za-z0-9_-]{43}$/;
const THIRTY_DAYS = 30 * 24 * 60 * 60;
const TEN_MINUTES = 600;

/** Name and attributes of one cookie of ours. Over plain HTTP, which is for loopback only, there is no `__Host-`. */
class OwnCookie {
  readonly name: string;

  constructor(
    plainName: string,
    private readonly seconds: number,
    private readonly secure: boolean,
  ) {
    this.name = secure ? `__Host-${plainName}` : plainName;
  }

  /** The value in a `Cookie` header; null when it is missing, sent twice, or not of our form. */
  read(header: string | undefined): string | null {
    const values = (header ?? '').split(';').flatMap((pair) => {
      const [name, ...value] = pair.split('=');
      return name?.trim() === this.name ? [value.join('=').trim()] : [];
    });
    const [value] = values;
    return values.length === 1 && value !== undefined && SECRET.test(value) ? value : null;
  }

  /** A `Set-Cookie` header. */
  set(value: string): string {
    return this.written(value, this.seconds);
  }

  clear(): string {
    return this.written('', 0);
  }

  private written(value: string, seconds: number): string {
    const secure = this.secure ? '; Secure' : '';
    return `${this.name}=${value}; Path=/; HttpOnly${secure}; SameSite=Lax; Max-Age=${String(seconds)}`;
  }
}

/** The cookies of a browser: its session, and the nonce that ties a sign-in to the browser that began it. */
export class SessionCookies {
  readonly session: OwnCookie;
  readonly nonce: OwnCookie;

  /** `publicUrl`: https, or http on a loopback host. */
  constructor(publicUrl: string) {
    const secure = new URL(publicUrl).protocol === 'https:';
    this.session = new OwnCookie('foundry_session', THIRTY_DAYS, secure);
    this.nonce = new OwnCookie('foundry_sign_in', TEN_MINUTES, secure);
  }
}
