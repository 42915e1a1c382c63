import type { ProviderName } from '../contracts/index.js';
import type { Policy } from './policy.entity.js';
import { ProviderUnavailable } from './rejections.js';

/** What this instance can run machines on, in the order of choice. */
export interface ProviderOffer {
  readonly configured: readonly ProviderName[];
  readonly preferred: ProviderName | null;
}

/** Asked for → the organization's default → the instance's → the first that is configured. */
export function chooseProvider(asked: ProviderName | null, policy: Policy | null, offer: ProviderOffer): ProviderName {
  const chosen = asked ?? policy?.defaultProvider ?? offer.preferred ?? offer.configured[0] ?? null;
  if (chosen === null || !offer.configured.includes(chosen)) throw new ProviderUnavailable(chosen);
  // Who was never told otherwise may use whatever the instance has.
  if (policy && policy.providers.length > 0 && !policy.providers.includes(chosen))
    throw new ProviderUnavailable(chosen);
  return chosen;
}
