/** An answer that is an error, in GitHub's shape. Thrown anywhere, written by the server. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly details: { errors?: readonly unknown[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
  }

  get body(): Record<string, unknown> {
    const { errors } = this.details;
    return {
      message: this.message,
      ...(errors ? { errors } : {}),
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    };
  }
}

export const badCredentials = () => new Refused(401, 'Bad credentials');
export const authenticationRequired = () => new Refused(401, 'Requires authentication');
export const notFound = () => new Refused(404, 'Not Found');
export const suspended = () => new Refused(403, 'This installation has been suspended');

/** 403 for a token that reaches the thing but may not do this; names what would be needed. */
export function notPermitted(needs?: string): Refused {
  const headers = needs ? { 'X-Accepted-GitHub-Permissions': needs } : {};
  return new Refused(403, 'Resource not accessible by integration', { headers });
}

/** 422 with one entry for each fault, as GitHub's validation. */
export function invalid(resource: string, ...errors: readonly { field?: string; code?: string; message?: string }[]) {
  return new Refused(422, 'Validation Failed', {
    errors: errors.map((error) => ({ resource, code: 'custom', ...error })),
  });
}
