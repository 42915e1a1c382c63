import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { AppendAuditEntry } from '../contracts/index.js';
import { appendToChain } from '../domain/append-to-chain.js';
import { ChainedLines } from '../domain/chained-lines.js';
import { SigningKey } from '../domain/signing-keys.js';

/** Chains one entry. It runs once for every audited command, so it makes two statements and no more. */
@CommandHandler(AppendAuditEntry)
export class AppendAuditEntryHandler extends Handler<AppendAuditEntry> {
  constructor(
    private readonly key: SigningKey,
    private readonly lines: ChainedLines,
  ) {
    super();
  }

  async handle({ payload }: AppendAuditEntry, tx: Tx): Promise<{ seq: string }> {
    const appended = await appendToChain(tx.sql.bind(tx), this.key, payload, tx.now, (label) => tx.derivedId(label));
    this.lines.note(appended);
    return { seq: appended.seq };
  }
}
