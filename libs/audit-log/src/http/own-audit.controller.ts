import { Allow, Answer, As, Asked, NotFound, Pages, QueryOf, Route } from '@foundry/messaging';
import { Controller, Get } from '@nestjs/common';
import { AuditList } from '../queries/audit-list.js';
import { AuditListQuery, AuditPage, filterOf, Position } from './audit-query.js';

@Controller('v1/me/audit')
export class OwnAuditController {
  constructor(
    private readonly list: AuditList,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Allow({ scope: 'audit:read' })
  @Route({
    operationId: 'listOwnAuditEntries',
    tag: 'audit-log',
    summary: 'List your own audit entries',
    description:
      'Sign-ins, sessions, tokens and what happened in your personal organization, newest first. A token of another organization sees nothing here.',
    answers: { 200: AuditPage },
  })
  async entries(@QueryOf(AuditListQuery) query: AuditListQuery, @As() asked: Asked): Promise<Answer> {
    const { actor, organizationId } = asked.caller;
    if (organizationId !== null && organizationId !== actor.userId) throw new NotFound('This audit log');
    const page = this.pages.open(asked, query, Position);
    const rows = await this.list.of(actor.userId, filterOf(query), page.after, page.take);
    return page.of(rows, ({ seq }) => seq);
  }
}
