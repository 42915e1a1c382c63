import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { headStatement, keyIdOf } from '#audit-verify';

/** A head or checkpoint, signed. Bytes are lower-case hexadecimal. */
export interface SignedPoint {
  seq: string;
  hash: string;
  signature: string;
  key_id: string;
}

/** The public keys that vouch for chains: the present one and all before it. */
export class PublicKeys {
  readonly byId: ReadonlyMap<string, KeyObject>;

  constructor(keys: readonly KeyObject[]) {
    this.byId = new Map(keys.map((key) => [keyIdOf(key), key]));
  }
}

/** Signs heads and checkpoints with the present Ed25519 key, which is never in the database. */
export class SigningKey {
  readonly id: string;
  readonly publicKey: KeyObject;

  constructor(private readonly key: KeyObject) {
    this.publicKey = createPublicKey(key);
    this.id = keyIdOf(this.publicKey);
  }

  sign(streamId: string, seq: string, hash: string): SignedPoint {
    const signature = sign(null, headStatement(streamId, seq, hash), this.key).toString('hex');
    return { seq, hash, signature, key_id: this.id };
  }
}
