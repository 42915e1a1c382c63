import { describe, expect, it } from '@jest/globals';
import { canonicalJson, ChainVerifier, detailsDigest, entryHash, genesisHash, verifyExport } from '#audit-verify';
import { aChain, aDraft, aSigningKey, type Row } from '../testing/a-chain.js';
import { PublicKeys, type SignedPoint } from './signing-keys.js';

const LENGTH = 10;

interface Case {
  rows?: readonly Row[];
  head?: SignedPoint | null;
  keys?: PublicKeys;
  expected?: { seq: bigint; hash: string }[];
  checkpoints?: SignedPoint[];
}

function read(
  chain: ReturnType<typeof aChain>,
  { rows = chain.rows, head = chain.head, keys = chain.keys, expected = [], checkpoints = [] }: Case = {},
) {
  const verifier = new ChainVerifier({
    streamId: '41',
    keys: keys.byId,
    start: { seq: 0n, hash: genesisHash('41') },
    expected,
  });
  for (const { entry, details } of rows) {
    if (!verifier.add(entry, details)) break;
    const checkpoint = checkpoints.find(({ seq }) => seq === entry.seq);
    if (checkpoint) verifier.checkpoint(checkpoint);
  }
  verifier.finish({ head, checkpoints });
  return verifier;
}

const faultOf = (chain: ReturnType<typeof aChain>, change: Case) => {
  const { fault } = read(chain, change);
  return fault && `${fault.fault} at ${fault.seq}`;
};

const at = (rows: readonly Row[], seq: number): Row => {
  const row = rows[seq - 1];
  if (!row) throw new Error(`No row ${String(seq)}`);
  return row;
};
const withRow = (rows: readonly Row[], seq: number, row: Row): Row[] =>
  rows.map((old, index) => (index === seq - 1 ? row : old));
const edited = (row: Row, change: Partial<Row['entry']>): Row => ({ ...row, entry: { ...row.entry, ...change } });
const rehashed = ({ entry, details }: Row, change: Partial<Row['entry']>): Row => {
  const { hash: _, ...rest } = { ...entry, ...change };
  return { entry: { ...rest, hash: entryHash(rest) }, details };
};

it('finds nothing wrong with an intact chain', () => {
  const verifier = read(aChain(LENGTH));
  expect(verifier.fault).toBeNull();
  expect(verifier.entries).toBe(LENGTH);
});

describe('names edited entries', () => {
  const chain = aChain(LENGTH);
  const columns: [string, Partial<Row['entry']>][] = [
    ['kind', { kind: 'member.removed' }],
    ['actor', { actor_id: '99' }],
    ['time', { occurred_at: '2031-01-01T00:00:00.000000Z' }],
    ['refusal', { outcome: 'refused', code: 'role.too_low' }],
    ['link', { previous_hash: '0'.repeat(64) }],
    ['hash', { hash: '0'.repeat(64) }],
    ['digest', { details_digest: '0'.repeat(64) }],
  ];
  it.each(columns)('by their %s', (_name, change) => {
    expect(faultOf(chain, { rows: withRow(chain.rows, 5, edited(at(chain.rows, 5), change)) })).toBe('edited at 5');
  });

  it('at the end of the chain too', () => {
    expect(faultOf(chain, { rows: withRow(chain.rows, 10, edited(at(chain.rows, 10), { kind: 'x.y' })) })).toBe(
      'edited at 10',
    );
  });

  it('also when their hash was computed again', () => {
    expect(
      faultOf(chain, { rows: withRow(chain.rows, 5, rehashed(at(chain.rows, 5), { kind: 'member.removed' })) }),
    ).toBe('edited at 5');
    expect(
      faultOf(chain, { rows: withRow(chain.rows, 10, rehashed(at(chain.rows, 10), { kind: 'member.removed' })) }),
    ).toBe('edited at 10');
  });
});

it('names the number of a deleted entry', () => {
  const chain = aChain(LENGTH);
  expect(faultOf(chain, { rows: chain.rows.filter((_, index) => index !== 4) })).toBe('deleted at 5');
  expect(faultOf(chain, { rows: chain.rows.slice(1) })).toBe('deleted at 1');
});

it('names an inserted entry, numbered again or not', () => {
  const chain = aChain(LENGTH);
  const { rows } = chain;
  const extra = rehashed(at(rows, 4), {
    seq: '5',
    entry_id: '00000000-0000-4000-8000-999999999999',
    previous_hash: at(rows, 4).entry.hash,
  });
  const later = rows.slice(4).map((row) => edited(row, { seq: String(Number(row.entry.seq) + 1) }));
  expect(faultOf(chain, { rows: [...rows.slice(0, 4), extra, ...later] })).toBe('inserted at 5');
  expect(faultOf(chain, { rows: [...rows.slice(0, 4), edited(extra, { hash: '1'.repeat(64) }), ...later] })).toBe(
    'inserted at 5',
  );
  expect(faultOf(chain, { rows: [...rows.slice(0, 5), at(rows, 5), ...rows.slice(5)] })).toBe('inserted at 5');
  expect(
    faultOf(chain, { rows: [...rows, rehashed(at(rows, 10), { seq: '11', previous_hash: at(rows, 10).entry.hash })] }),
  ).toBe('inserted at 11');
});

it.each([
  [5, 6],
  [5, 8],
  [1, 2],
])('names reordered entries: %d and %d', (first, second) => {
  const chain = aChain(LENGTH);
  const [a, b] = [at(chain.rows, first), at(chain.rows, second)];
  const places = withRow(
    withRow(chain.rows, first, edited(b, { seq: String(first) })),
    second,
    edited(a, { seq: String(second) }),
  );
  expect(faultOf(chain, { rows: places })).toBe(`reordered at ${String(first)}`);
  expect(faultOf(chain, { rows: withRow(withRow(chain.rows, first, b), second, a) })).toBe(
    `reordered at ${String(first)}`,
  );
});

it('names the first entry of a tail that was cut', () => {
  const chain = aChain(LENGTH);
  expect(faultOf(chain, { rows: chain.rows.slice(0, 7) })).toBe('truncated at 8');
});

it('finds a cut tail beside an older signed head by what was kept elsewhere', () => {
  const chain = aChain(LENGTH);
  const old = chain.key.sign('41', '7', at(chain.rows, 7).entry.hash);
  const cut = { rows: chain.rows.slice(0, 7), head: old };
  expect(faultOf(chain, cut)).toBeNull();
  expect(faultOf(chain, { ...cut, expected: [{ seq: 10n, hash: chain.head.hash }] })).toBe('truncated at 8');
  expect(faultOf(chain, { ...cut, checkpoints: [chain.head] })).toBe('truncated at 8');
  expect(faultOf(chain, { expected: [{ seq: 7n, hash: '0'.repeat(64) }] })).toBe('edited at 7');
});

it('names a head or checkpoint that no known key signed', () => {
  const chain = aChain(LENGTH);
  expect(faultOf(chain, { keys: new PublicKeys([aSigningKey().publicKey]) })).toBe('signature at 10');
  expect(faultOf(chain, { head: { ...chain.head, signature: '00'.repeat(64) } })).toBe('signature at 10');
  expect(faultOf(chain, { head: null })).toBe('signature at 10');
  const forged = aSigningKey().sign('41', '3', at(chain.rows, 3).entry.hash);
  expect(faultOf(chain, { checkpoints: [forged] })).toBe('signature at 3');
});

it('finds a chain that was written anew behind a signed checkpoint', () => {
  const chain = aChain(LENGTH);
  const checkpoint = chain.key.sign('41', '3', 'ab'.repeat(32));
  expect(faultOf(chain, { checkpoints: [checkpoint] })).toBe('edited at 3');
});

describe('looks at details', () => {
  const chain = aChain(LENGTH);
  const with5 = (details: Row['details']) => withRow(chain.rows, 5, { ...at(chain.rows, 5), details });
  const { salt } = at(chain.rows, 5).details ?? { salt: '' };

  it('changed', () => {
    expect(faultOf(chain, { rows: with5({ salt, data: { login: 'bob' }, erased_by: null }) })).toBe(
      'details_changed at 5',
    );
    expect(faultOf(chain, { rows: with5({ salt: '00'.repeat(16), data: { login: 'ana' }, erased_by: null }) })).toBe(
      'details_changed at 5',
    );
  });

  it('missing', () => {
    expect(faultOf(chain, { rows: with5(null) })).toBe('details_missing at 5');
    expect(faultOf(chain, { rows: with5({ salt: null, data: null, erased_by: null }) })).toBe('details_missing at 5');
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(faultOf(chain, { rows: with5({ salt: null, data: null, erased_by: nobody }) })).toBe('details_missing at 5');
  });

  const erasure = (person: string) =>
    aChain(LENGTH, (n) =>
      n === 9
        ? aDraft(9, {
            kind: 'audit.details_erased',
            actor: { kind: 'system', id: 'audit-log' },
            subject: { type: 'user', id: person },
          })
        : aDraft(n),
    );
  const erasedBy = aDraft(9).entryId;
  const gone = { salt: null, data: null, erased_by: erasedBy };

  it.each(['42', '43'])('erased for a person whom it concerns (%s), which is no fault', (person) => {
    const erased = erasure(person);
    const verifier = read(erased, {
      rows: withRow(withRow(erased.rows, 2, { ...at(erased.rows, 2), details: gone }), 5, {
        ...at(erased.rows, 5),
        details: gone,
      }),
    });
    expect(verifier.fault).toBeNull();
    expect(verifier.erased).toBe(2);
  });

  it('erased for somebody else, which is one', () => {
    const erased = erasure('77');
    expect(faultOf(erased, { rows: withRow(erased.rows, 5, { ...at(erased.rows, 5), details: gone }) })).toBe(
      'details_missing at 5',
    );
  });

  it('erased by an entry of another kind, which is one', () => {
    expect(faultOf(chain, { rows: with5({ ...gone, erased_by: aDraft(9).entryId }) })).toBe('details_missing at 5');
  });

  it('by the digest that an auditor computes', () => {
    const { entry, details } = at(chain.rows, 5);
    expect(detailsDigest(details?.salt ?? '', details?.data)).toBe(entry.details_digest);
  });
});

describe('reads an export', () => {
  const chain = aChain(LENGTH);
  const lines = [
    canonicalJson({ type: 'header', stream_id: '41', from: '1', to: '10' }),
    ...chain.rows.map((row) => canonicalJson(row)),
    canonicalJson({ type: 'head', ...chain.head }),
  ];
  const keys = chain.keys.byId;

  it('and says intact', async () => {
    expect(await verifyExport(lines, { keys })).toMatchObject({ fault: null, entries: 10, from: '1', to: '10' });
  });

  it('and names the entry for any changed byte of it', async () => {
    const line = lines[5] ?? '';
    for (let place = 0; place < line.length; place += 1) {
      const code = line.charCodeAt(place);
      const changed = line.slice(0, place) + String.fromCharCode(code === 48 ? 49 : code ^ 1) + line.slice(place + 1);
      const { fault } = await verifyExport(lines.with(5, changed), { keys });
      // A changed number reads as another entry in its place.
      expect([fault?.seq, place]).toEqual(['5', place]);
    }
  });

  it('and finds a missing end, a missing line and a line too many', async () => {
    expect((await verifyExport(lines.slice(0, -1), { keys })).fault).toMatchObject({ fault: 'truncated', seq: '11' });
    expect((await verifyExport(lines.slice(0, 4), { keys })).fault).toMatchObject({ fault: 'truncated', seq: '4' });
    expect(
      (
        await verifyExport(
          lines.filter((_, n) => n !== 10),
          { keys },
        )
      ).fault,
    ).toMatchObject({ fault: 'truncated', seq: '10' });
    expect((await verifyExport([...lines, lines[1] ?? ''], { keys })).fault).toMatchObject({ fault: 'inserted' });
  });

  it('from the middle of a chain', async () => {
    const piece = [canonicalJson({ type: 'header', stream_id: '41', from: '4', to: '10' }), ...lines.slice(4)];
    expect((await verifyExport(piece, { keys })).fault).toBeNull();
    expect((await verifyExport([piece[0] ?? '', ...piece.slice(2)], { keys })).fault).toMatchObject({
      fault: 'deleted',
      seq: '4',
    });
  });

  it('and refuses what is none', async () => {
    await expect(verifyExport([], { keys })).rejects.toThrow('empty');
    await expect(verifyExport(['{}'], { keys })).rejects.toThrow('header');
  });
});
