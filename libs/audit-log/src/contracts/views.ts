import { Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { StreamId } from './stream-id.js';
import { AuditFault, Seq } from './verification.js';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const hashExample = 'a4f1'.repeat(16);
const about = <T extends z.ZodType>(type: T, description: string, example?: z.input<T>): T =>
  type.meta({ description, ...(example === undefined ? {} : { examples: [example] }) });

const entryShape = {
  streamId: about(StreamId, 'The chain: an organization, a person, or 0 for the instance.', '41'),
  seq: about(Seq, 'Place in the chain, from 1 without gaps; a decimal string.', '7'),
  entryId: about(Uuid, 'Id of the entry.', '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11'),
  occurredAt: about(Timestamp, 'When the change was committed.', '2026-11-21T10:00:00.000Z'),
  recordedAt: about(Timestamp, 'When it was chained.', '2026-11-21T10:00:00.120Z'),
  kind: about(z.string().max(80), 'What happened.', 'member.role_granted'),
  outcome: about(z.enum(['done', 'refused']), 'Whether it was done or refused.', 'done'),
  code: about(z.string().nullable(), 'Why it was refused.', null),
  actor: z
    .strictObject({
      kind: about(z.enum(['user', 'agent', 'system', 'github']), 'Who acted.'),
      id: about(z.string(), 'Their id.'),
    })
    .meta({ id: 'AuditActor', description: 'Who did it.', examples: [{ kind: 'user' as const, id: '42' }] }),
  onBehalfOf: about(z.string().nullable(), 'The person whose command began it.', null),
  via: about(z.enum(['session', 'api_token', 'webhook', 'schedule', 'reaction']), 'How it came in.', 'session'),
  commandId: about(Uuid, 'The command that made the change.', '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a12'),
  correlationId: about(Uuid, 'The same for everything that one request began.', '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a13'),
  subject: z
    .strictObject({ type: about(z.string(), 'Kind of thing.'), id: about(z.string(), 'Its id.') })
    .meta({ id: 'AuditSubject', description: 'What it was done to.', examples: [{ type: 'member', id: '43' }] }),
  taskId: about(Uuid.nullable(), 'The task that it belongs to.', null),
  repositoryId: about(Id64.nullable(), 'The repository that it belongs to.', null),
  branch: about(z.string().nullable(), 'The branch, exactly as it was named; escape it before showing it.', null),
  // Free-form on purpose: each kind has fields of its own, and they may be cut.
  details: about(z.record(z.string(), z.unknown()).nullable(), 'Fields of this kind; null once erased.', {
    role: 'admin',
  }),
  erasedBy: about(Uuid.nullable(), 'The entry that tells of the erasure of the details.', null),
};

const entryExample = {
  streamId: '41',
  seq: '7',
  entryId: '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11',
  occurredAt: '2026-11-21T10:00:00.000Z',
  recordedAt: '2026-11-21T10:00:00.120Z',
  kind: 'member.role_granted',
  outcome: 'done',
  code: null,
  actor: { kind: 'user', id: '42' },
  onBehalfOf: null,
  via: 'session',
  commandId: '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a12',
  correlationId: '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a13',
  subject: { type: 'member', id: '43' },
  taskId: null,
  repositoryId: null,
  branch: null,
  details: { role: 'admin' },
  erasedBy: null,
} as const;

export const AuditEntryView = z
  .strictObject(entryShape)
  .meta({ id: 'AuditEntry', description: 'One act, done or refused.', examples: [entryExample] });
export type AuditEntryView = z.infer<typeof AuditEntryView>;

const signedShape = {
  seq: about(Seq, 'The entry that is signed.', '1000'),
  hash: about(Hash, 'Its hash.', hashExample),
  signature: about(
    z.string().regex(/^[0-9a-f]{128}$/),
    'Ed25519 over `foundry-audit-head:<stream>:<seq>:<hash>`, hexadecimal.',
    '0c'.repeat(64),
  ),
  keyId: about(z.string(), 'Which key signed, see the list of keys.', '3f1c0b7a9d2e4c55'),
};
const signedExample = { seq: '1000', hash: hashExample, signature: '0c'.repeat(64), keyId: '3f1c0b7a9d2e4c55' };

export const SignedPointView = z
  .strictObject(signedShape)
  .meta({ id: 'AuditSignedPoint', description: 'A head or checkpoint with its signature.', examples: [signedExample] });
export type SignedPointView = z.infer<typeof SignedPointView>;

const proofShape = {
  content: about(z.string(), 'Canonical JSON (RFC 8785) of the entry; its SHA-256 is the hash.', '{"seq":"7"}'),
  hash: about(Hash, 'Hash of the entry.', hashExample),
  previousHash: about(
    Hash,
    'Hash of the entry before; for the first one SHA-256 of `foundry-audit:<stream>`.',
    hashExample,
  ),
  salt: about(
    z.string().nullable(),
    'Salt of the digest of the details, hexadecimal; null once erased.',
    '00'.repeat(16),
  ),
  signed: about(
    SignedPointView.nullable(),
    'The nearest checkpoint at or after the entry, else the head.',
    signedExample,
  ),
};

export const AuditProofView = AuditEntryView.extend({
  proof: about(z.strictObject(proofShape), 'What proves the entry.'),
}).meta({
  id: 'AuditEntryWithProof',
  description: 'One entry with its proof.',
  examples: [
    {
      ...entryExample,
      proof: {
        content: '{"seq":"7"}',
        hash: hashExample,
        previousHash: hashExample,
        salt: '00'.repeat(16),
        signed: signedExample,
      },
    },
  ],
});
export type AuditProofView = z.infer<typeof AuditProofView>;

const Verified = z.strictObject({
  seq: about(Seq.nullable(), 'Intact up to this entry.', '1000'),
  at: about(Timestamp, 'When that was found out.', '2026-11-21T02:00:00.000Z'),
  fault: about(z.string().nullable(), 'What was found to be wrong: the fault and the entry.', null),
});

export const AuditHeadView = z
  .strictObject({
    streamId: entryShape.streamId,
    seq: about(Seq, 'The last entry; 0 when there is none.', '1042'),
    hash: about(Hash, 'Its hash.', hashExample),
    signature: about(z.string().nullable(), 'Its signature; null when there is no entry.', '0c'.repeat(64)),
    keyId: about(z.string().nullable(), 'Which key signed it.', '3f1c0b7a9d2e4c55'),
    checkpoint: about(SignedPointView.nullable(), 'The last checkpoint.', signedExample),
    verified: about(Verified.nullable(), 'The last nightly verification; null before the first.'),
  })
  .meta({
    id: 'AuditHead',
    description: 'The end of a chain.',
    examples: [
      {
        streamId: '41',
        seq: '1042',
        hash: hashExample,
        signature: '0c'.repeat(64),
        keyId: '3f1c0b7a9d2e4c55',
        checkpoint: signedExample,
        verified: { seq: '1000', at: '2026-11-21T02:00:00.000Z', fault: null },
      },
    ],
  });
export type AuditHeadView = z.infer<typeof AuditHeadView>;

const FirstBad = z.strictObject({
  seq: about(Seq, 'The first bad entry.', '17'),
  fault: about(AuditFault, 'What is wrong with it.', 'edited'),
  message: about(z.string(), 'How that was seen.', 'its content does not have its hash'),
});

export const AuditVerdictView = z
  .strictObject({
    ok: about(z.boolean(), 'No fault in these entries.', true),
    from: about(Seq, 'The first entry that was read.', '1'),
    to: about(Seq, 'The last entry that was read and fits; below `from` when there is none.', '10000'),
    next: about(Seq.nullable(), 'Where to go on; null at the end of the chain or at a fault.', '10001'),
    erased: about(z.int().min(0), 'Entries whose details were erased for a person, which is no fault.', 0),
    firstBad: about(FirstBad.nullable(), 'The first bad entry.', null),
  })
  .meta({
    id: 'AuditVerdict',
    description: 'What the verifier found.',
    examples: [{ ok: true, from: '1', to: '10000', next: '10001', erased: 0, firstBad: null }],
  });
export type AuditVerdictView = z.infer<typeof AuditVerdictView>;

export const AuditKeyView = z
  .strictObject({
    keyId: about(z.string(), 'Id of the key.', '3f1c0b7a9d2e4c55'),
    publicKey: about(
      z.string(),
      'Ed25519 public key: SPKI in base64.',
      'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=',
    ),
    from: about(
      Timestamp.nullable(),
      'Its first checkpoint; null when it signed nothing yet.',
      '2026-01-01T00:00:00.000Z',
    ),
    to: about(Timestamp.nullable(), 'Its last checkpoint; null for the key in use.', null),
  })
  .meta({
    id: 'AuditKey',
    description: 'A public key that vouches for entries.',
    examples: [
      {
        keyId: '3f1c0b7a9d2e4c55',
        publicKey: 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=',
        from: '2026-01-01T00:00:00.000Z',
        to: null,
      },
    ],
  });
export type AuditKeyView = z.infer<typeof AuditKeyView>;
