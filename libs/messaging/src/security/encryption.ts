import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.js';
import { Secret } from './secret.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Where a value lies. It is bound to its place: copied to another row, column or table it cannot be read. */
export interface Place {
  /** With its schema: `user.github_accounts`. */
  table: string;
  column: string;
  /** The row's key. */
  row: string;
}

/** An encrypted value, and the id of the key that reads it, which is stored beside it. */
export interface Sealed {
  keyId: string;
  bytes: Buffer;
}

/** A stored value cannot be read: its key is gone, or it was changed or moved. Says where, never what. */
export class NotReadable extends Error {
  constructor({ table, column, row }: Place, reason: 'key_unknown' | 'altered') {
    super(`The value of ${table}.${column} in row ${row} cannot be read (${reason}).`);
    this.name = 'NotReadable';
  }
}

/** Encrypts what the database keeps of tokens: AES-256-GCM, a new nonce each time, place and key id authenticated. */
export class Encryption {
  constructor(private readonly keys: KeyRing) {}

  seal(secret: Secret, place: Place): Sealed {
    const { id, bytes } = this.keys.writing;
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(ALGORITHM, bytes, nonce);
    cipher.setAAD(boundTo(place, id));
    const text = Buffer.concat([cipher.update(secret.reveal(), 'utf8'), cipher.final()]);
    return { keyId: id, bytes: Buffer.concat([nonce, cipher.getAuthTag(), text]) };
  }

  /** Throws `NotReadable`. */
  open({ keyId, bytes }: Sealed, place: Place): Secret {
    const key = this.keys.find(keyId);
    if (!key) throw new NotReadable(place, 'key_unknown');
    if (bytes.length < NONCE + TAG) throw new NotReadable(place, 'altered');
    const decipher = createDecipheriv(ALGORITHM, key.bytes, bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(boundTo(place, keyId));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const start = decipher.update(bytes.subarray(NONCE + TAG));
    return new Secret(Buffer.concat([start, ending(decipher, place)]).toString('utf8'));
  }
}

/** Node throws a plain error without a code when the tag does not fit. */
function ending(decipher: { final(): Buffer }, place: Place): Buffer {
  try {
    return decipher.final();
  } catch (error) {
    if (/unable to authenticate data/.test(String(error))) throw new NotReadable(place, 'altered');
    throw error;
  }
}

const boundTo = ({ table, column, row }: Place, keyId: string): Buffer =>
  Buffer.from(JSON.stringify([table, column, row, keyId]));
