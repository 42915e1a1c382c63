import type { Caller } from '@foundry/messaging';

export interface Known {
  caller: Caller;
  /** What requests are counted by. */
  credentialId: string;
  /** A `Set-Cookie` header that has to go with the answer. */
  setCookie?: string;
}

/** Who a credential stands for, or why it does not. */
export type Verdict = Known | { refused: 'token.invalid' | 'token.expired' | 'auth.signed_out' };

/** Looks up credentials; the same for every request, without a cache. */
export abstract class Authenticates {
  /** `token` is what stands after `Bearer`. */
  abstract bearer(token: string): Promise<Verdict>;
  /** `header` is the whole `Cookie` header. `mayRenew`: the answer can carry a new cookie. */
  abstract cookie(header: string | undefined, mayRenew: boolean): Promise<Verdict>;
}
