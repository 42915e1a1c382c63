import { createPublicKey, type KeyObject } from 'node:crypto';
import { PublicKeys } from './signing-keys.js';

/** Every key that may have signed: the one in use, and those before it. */
export const publicKeysOf = (own: KeyObject | undefined, known: readonly KeyObject[] = []): PublicKeys =>
  new PublicKeys([...(own ? [createPublicKey(own)] : []), ...known]);
