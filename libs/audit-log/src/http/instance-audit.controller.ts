import { Allow, Answer, As, Asked, Pages, QueryOf, Route } from '@foundry/messaging';
import { Controller, Get } from '@nestjs/common';
import { INSTANCE_STREAM } from '../contracts/index.js';
import { AuditList } from '../queries/audit-list.js';
import { AuditListQuery, AuditPage, filterOf, Position } from './audit-query.js';

@Controller('v1/instance/audit')
export class InstanceAuditController {
  constructor(
    private readonly list: AuditList,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Allow({ operator: true, scope: 'audit:read' })
  @Route({
    operationId: 'listInstanceAuditEntries',
    tag: 'audit-log',
    summary: 'List audit entries of the instance',
    description: 'Set-up, operator acts, key changes and sign-ins of nobody known, newest first. For operators.',
    answers: { 200: AuditPage },
  })
  async entries(@QueryOf(AuditListQuery) query: AuditListQuery, @As() asked: Asked): Promise<Answer> {
    const page = this.pages.open(asked, query, Position);
    const rows = await this.list.of(INSTANCE_STREAM, filterOf(query), page.after, page.take);
    return page.of(rows, ({ seq }) => seq);
  }
}
