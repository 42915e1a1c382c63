import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { VerifyStream, VerifyStreams } from '../contracts/index.js';

/** Streams that one command asks for; the next command goes on after them. */
const BATCH = 200;

const Streams = z.array(z.object({ stream_id: z.string() }));

/** Asks for a verification of each stream that grew since the last one, or was broken then. */
@CommandHandler(VerifyStreams)
export class VerifyStreamsHandler extends Handler<VerifyStreams> {
  async handle({ payload: { complete, after } }: VerifyStreams, tx: Tx): Promise<null> {
    const streams = Streams.parse(
      await tx.sql`
        select stream_id::text from audit_log.heads
        where stream_id > ${after ?? '-1'}::bigint
          and (${complete}::boolean or verified_seq is null or seq > verified_seq or verified_fault is not null)
        order by heads.stream_id limit ${BATCH}::int`,
    );
    for (const { stream_id: streamId } of streams) tx.perform(new VerifyStream({ streamId, complete }));
    const last = streams.at(-1);
    if (last && streams.length === BATCH) tx.send(new VerifyStreams({ complete, after: last.stream_id }));
    return null;
  }
}
