import type { Caller } from '@foundry/messaging';

/** Who a credential stands for, or why it does not. */
export type Verdict =
  { caller: Caller; credentialId: string } | { refused: 'token.invalid' | 'token.expired' | 'auth.signed_out' };

/** Looks up credentials; the same for every request, without a cache. */
export abstract class Authenticates {
  /** `token` is what stands after `Bearer`. */
  abstract bearer(token: string): Promise<Verdict>;
}
