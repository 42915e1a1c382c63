import { Allow, Route } from '@foundry/messaging';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { AuditKeyView } from '../contracts/index.js';
import { AuditChain } from '../queries/audit-chain.js';

export const AuditKeys = z
  .strictObject({ items: z.array(AuditKeyView).meta({ description: 'The keys, the one in use first.' }) })
  .meta({ id: 'AuditKeys', description: 'Public keys of the audit log.', examples: [{ items: [] }] });
export type AuditKeys = z.infer<typeof AuditKeys>;

@Controller('v1/audit/keys')
export class AuditKeysController {
  constructor(private readonly chain: AuditChain) {}

  @Get()
  @Allow({})
  @Route({
    operationId: 'listAuditKeys',
    tag: 'audit-log',
    summary: 'List the public keys of the audit log',
    description: 'Ed25519 keys that sign heads and checkpoints, old ones included, for verifying exports elsewhere.',
    answers: { 200: AuditKeys },
  })
  async keys(): Promise<AuditKeys> {
    return { items: await this.chain.publicKeys() };
  }
}
