import { randomUUID } from 'node:crypto';
import { appendAuditEntry, isAuditKind } from '@foundry/audit-log/contracts';
import { type Caller, CommandSender, type RouteDefinition } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';

/** Entries of the audit log about acts that are refused for their role before there is a command to tell of them. */
@Injectable()
export class RefusedActs {
  constructor(private readonly sender: CommandSender) {}

  /** Tells the organization's stream that `caller` tried. Nothing for a route whose act has no kind. Durable on return. */
  async tell({ direct }: RouteDefinition, caller: Caller, organizationId: string, code: string): Promise<void> {
    const kind = direct?.audit;
    if (kind === undefined || !isAuditKind(kind)) return;
    const { actor } = caller;
    const entryId = randomUUID();
    const correlationId = randomUUID();
    const entry = appendAuditEntry({
      entryId,
      streamId: organizationId,
      kind,
      occurredAt: new Date().toISOString(),
      outcome: 'refused',
      code,
      actor: { kind: 'user', id: actor.userId },
      via: actor.via,
      commandId: entryId,
      correlationId,
      subject: { type: 'organization', id: organizationId },
      details: {},
    });
    await this.sender.send([entry], { actor, correlationId });
  }
}
