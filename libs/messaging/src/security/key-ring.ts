import { hkdfSync } from 'node:crypto';

export interface EncryptionKey {
  id: string;
  bytes: Buffer;
}

/** The keys of an installation: the first writes, all read. Made of a text that `EncryptionKeys` accepted. */
export class KeyRing {
  readonly writing: EncryptionKey;
  private readonly keys: ReadonlyMap<string, EncryptionKey>;

  constructor(text: string) {
    const keys = text.split(',').map((part): EncryptionKey => {
      const [id = '', base64 = ''] = part.trim().split(':');
      return { id, bytes: Buffer.from(base64, 'base64') };
    });
    const [first] = keys;
    if (first?.bytes.length !== 32) throw new TypeError('An encryption key has 32 bytes.');
    this.writing = first;
    this.keys = new Map(keys.map((key) => [key.id, key]));
  }

  /** The key that wrote a value; undefined when it was taken away since. */
  find(keyId: string): EncryptionKey | undefined {
    return this.keys.get(keyId);
  }

  /**
   * A key of its own for one purpose (cursors, CSRF tokens) from each of the keys: the first makes, all are accepted, so
   * that nothing that was given out fails during a rotation.
   */
  derived(purpose: string): [Buffer, ...Buffer[]] {
    const [, ...others] = this.keys.values();
    return [derive(this.writing, purpose), ...others.map((key) => derive(key, purpose))];
  }
}

const derive = ({ bytes }: EncryptionKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', bytes, '', `foundry ${purpose}`, 32));
