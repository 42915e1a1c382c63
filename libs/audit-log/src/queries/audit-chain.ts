import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { canonicalJson, genesisHash } from '#audit-verify';
import type { AuditHeadView, AuditKeyView, AuditProofView, AuditVerdictView } from '../contracts/index.js';
import { PublicKeys } from '../domain/signing-keys.js';
import { checkpointFrom, checkpointUpTo, LAST_SEQ, readChain, readHead } from './chain-rows.js';
import { entryView, signedView } from './entry-view.js';
import { type Point, type Verdict, verifyChain } from './verify-chain.js';

/** Entries that one call of the API verifies. */
export const VERIFY_LIMIT = 10_000n;

const VerifiedRow = z.object({ seq: z.string().nullable(), at: z.date().nullable(), fault: z.string().nullable() });
const KeyRow = z.object({ key_id: z.string(), first: z.date(), last: z.date() });

/** What proves a chain: its end, single entries, the verifier and the keys. */
@Injectable()
export class AuditChain {
  constructor(
    private readonly database: Database,
    private readonly keys: PublicKeys,
  ) {}

  /** One entry with hash, link and the nearest signature after it; null when there is none of this number. */
  async proof(streamId: string, seq: string): Promise<AuditProofView | null> {
    return this.database.snapshot(async (sql) => {
      const [row] = await readChain(sql, streamId, { from: BigInt(seq), to: BigInt(seq), limit: 1 });
      if (!row) return null;
      const signed = (await checkpointFrom(sql, streamId, seq)) ?? (await readHead(sql, streamId));
      const { hash, ...content } = row.entry;
      return {
        ...entryView(row),
        proof: {
          content: canonicalJson(content),
          hash,
          previousHash: row.entry.previous_hash,
          salt: row.details?.salt ?? null,
          signed: signed && signedView(signed),
        },
      };
    });
  }

  /** The end of the chain, its last checkpoint, and what the last nightly verification found. */
  async head(streamId: string): Promise<AuditHeadView> {
    return this.database.snapshot(async (sql) => {
      const head = await readHead(sql, streamId);
      const checkpoint = await checkpointUpTo(sql, streamId, LAST_SEQ);
      const [row] = await sql`select verified_seq::text as seq, verified_at as at, verified_fault as fault
        from audit_log.heads where stream_id = ${streamId}::bigint`;
      const verified = VerifiedRow.optional().parse(row);
      return {
        streamId,
        seq: head?.seq ?? '0',
        hash: head?.hash ?? genesisHash(streamId),
        signature: head?.signature ?? null,
        keyId: head?.key_id ?? null,
        checkpoint: checkpoint && signedView(checkpoint),
        verified: verified?.at ? { seq: verified.seq, at: verified.at.toISOString(), fault: verified.fault } : null,
      };
    });
  }

  /** Verifies at most 10,000 entries from `from` on. */
  async verify(streamId: string, from: bigint): Promise<AuditVerdictView> {
    const verdict = await this.database.snapshot((sql) =>
      verifyChain(sql, this.keys, { streamId, from, limit: VERIFY_LIMIT }),
    );
    const { fault } = verdict;
    return {
      ok: fault === null,
      from: verdict.from,
      to: verdict.to,
      next: verdict.next,
      erased: verdict.erased,
      firstBad: fault && { seq: fault.seq, fault: fault.fault, message: fault.message },
    };
  }

  /** Verifies a whole chain: from the last checkpoint at or before `since`, or from its start when that is null. */
  async verifyAll(
    streamId: string,
    since: string | null,
    abort?: AbortSignal,
    expected: readonly Point[] = [],
  ): Promise<Verdict> {
    return this.database.snapshot((sql) =>
      verifyChain(sql, this.keys, { streamId, sinceCheckpointOf: since, expected, ...(abort ? { abort } : {}) }),
    );
  }

  /** All public keys; from and to are the times of the first and last checkpoint that each signed. */
  async publicKeys(): Promise<AuditKeyView[]> {
    const rows = await this.database
      .sql`select key_id, min(at) as first, max(at) as last from audit_log.checkpoints group by key_id`;
    const used = new Map(
      KeyRow.array()
        .parse(rows)
        .map((row) => [row.key_id, row]),
    );
    const newest = Math.max(...[...used.values()].map(({ first }) => first.getTime()));
    return [...this.keys.byId].map(([keyId, key]) => {
      const row = used.get(keyId);
      return {
        keyId,
        publicKey: key.export({ type: 'spki', format: 'der' }).toString('base64'),
        from: row?.first.toISOString() ?? null,
        to: row && row.first.getTime() < newest ? row.last.toISOString() : null,
      };
    });
  }
}
