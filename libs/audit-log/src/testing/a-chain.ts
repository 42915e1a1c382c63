import { generateKeyPairSync } from 'node:crypto';
import { genesisHash } from '#audit-verify';
import { chain, type ChainedEntry, type EntryDraft, type Link } from '../domain/chained-entry.js';
import { PublicKeys, SigningKey } from '../domain/signing-keys.js';

const id = (group: number, n: number): string =>
  `00000000-0000-4000-8000-${String(group).padStart(4, '0')}${String(n).padStart(8, '0')}`;

export const aSigningKey = (): SigningKey => new SigningKey(generateKeyPairSync('ed25519').privateKey);

/** What a sender would say; the number makes it differ from others. */
export function aDraft(n: number, over: Partial<EntryDraft> = {}): EntryDraft {
  return {
    streamId: '41',
    entryId: id(1, n),
    kind: 'member.role_granted',
    occurredAt: new Date(Date.UTC(2030, 0, 1) + n * 1000).toISOString(),
    outcome: 'done',
    actor: { kind: 'user', id: '42' },
    via: 'session',
    commandId: id(2, n),
    correlationId: id(3, n),
    subject: { type: 'member', id: '43' },
    details: { login: 'ana', old: null, new: 'admin', n },
    ...over,
  };
}

export interface Row {
  entry: ChainedEntry;
  details: { salt: string | null; data: unknown; erased_by: string | null } | null;
}

const rowOf = ({ entry, salt, data }: Link): Row => ({
  entry,
  details: { salt: salt.toString('hex'), data, erased_by: null },
});

/** A chain of `length` entries in memory, with its key and signed head. */
export function aChain(length: number, draft: (n: number) => EntryDraft = aDraft) {
  const key = aSigningKey();
  const rows: Row[] = [];
  for (let n = 1; n <= length; n += 1) {
    const previous = rows.at(-1)?.entry ?? { seq: '0', hash: genesisHash('41') };
    rows.push(rowOf(chain(draft(n), previous)));
  }
  const last = rows.at(-1)?.entry ?? { seq: '0', hash: genesisHash('41') };
  return { key, keys: new PublicKeys([key.publicKey]), rows, head: key.sign('41', last.seq, last.hash) };
}
