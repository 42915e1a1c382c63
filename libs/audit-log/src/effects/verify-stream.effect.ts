import { type Attempt, Database, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { RecordVerification, RecordVerificationFault, VerifyStream } from '../contracts/index.js';
import { AuditChain } from '../queries/audit-chain.js';
import { VerificationMetrics } from './verification-metrics.js';

const Verified = z.object({ seq: z.string().nullable() });

/** Reads a chain and reports what it found. It writes nothing, so it may run twice. */
@Injectable()
@PerformEffect(VerifyStream)
export class VerifyStreamEffect implements PerformsEffect<VerifyStream> {
  private readonly logger = new Logger('audit-log');

  constructor(
    private readonly database: Database,
    private readonly chain: AuditChain,
    private readonly metrics: VerificationMetrics,
  ) {}

  async perform({ payload: { streamId, complete } }: VerifyStream, { abort }: Attempt): Promise<CommandMessage> {
    const [row] = await this.database
      .sql`select verified_seq::text as seq from audit_log.heads where stream_id = ${streamId}::bigint`;
    const verified = Verified.optional().parse(row)?.seq ?? null;
    const { fault, to } = await this.chain.verifyAll(streamId, complete ? null : verified, abort);
    this.metrics.count(fault?.fault ?? 'intact');
    if (!fault) return new RecordVerification({ streamId, verifiedSeq: to });
    this.logger.error({ event: 'audit.verification_failed', streamId, ...fault });
    return new RecordVerificationFault({ streamId, seq: fault.seq, fault: fault.fault });
  }

  giveUp({ payload: { streamId } }: VerifyStream): CommandMessage {
    return new RecordVerification({ streamId, verifiedSeq: null });
  }
}
