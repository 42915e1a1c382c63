import { Allow, Answer, As, Asked, NotFound, Pages, PathOf, QueryOf, Route } from '@foundry/messaging';
import { Id64 } from '@foundry/messaging/contracts';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { AuditHeadView, AuditProofView, AuditVerdictView } from '../contracts/index.js';
import { AuditChain } from '../queries/audit-chain.js';
import { AuditList } from '../queries/audit-list.js';
import { AuditListQuery, AuditPage, filterOf, Position } from './audit-query.js';

const OrganizationPath = z.strictObject({
  organizationId: Id64.meta({ description: 'The organization.', examples: ['41'] }),
});
type OrganizationPath = z.infer<typeof OrganizationPath>;

/** A number as the chain counts: 0, 2^63 and `1e3` are none, so they are 404 like one that is not there. */
const EntryPath = OrganizationPath.extend({ seq: Id64.meta({ description: 'Number of the entry.', examples: ['7'] }) });
type EntryPath = z.infer<typeof EntryPath>;

const VerifyQuery = z.strictObject({
  from: Id64.default('1').meta({ description: 'The first entry to verify.', examples: ['1'] }),
});
type VerifyQuery = z.infer<typeof VerifyQuery>;

@Controller('v1/organizations/:organizationId/audit')
@Allow({ role: 'admin', scope: 'audit:read' })
export class OrganizationAuditController {
  constructor(
    private readonly list: AuditList,
    private readonly chain: AuditChain,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Route({
    operationId: 'listAuditEntries',
    tag: 'audit-log',
    summary: 'List audit entries of an organization',
    description:
      'Newest first by number. Several filters are joined by and, repeated ones by or. Pages neither skip nor repeat while entries arrive. A kind or actor that nobody knows gives an empty list.',
    answers: { 200: AuditPage },
  })
  async entries(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(AuditListQuery) query: AuditListQuery,
    @As() asked: Asked,
  ): Promise<Answer> {
    const page = this.pages.open(asked, query, Position);
    const rows = await this.list.of(organizationId, filterOf(query), page.after, page.take);
    return page.of(rows, ({ seq }) => seq);
  }

  @Get('head')
  @Route({
    operationId: 'getAuditHead',
    tag: 'audit-log',
    summary: 'Show the end of the audit chain',
    description:
      'The last entry with its signature, the last checkpoint, and what the last nightly verification found.',
    answers: { 200: AuditHeadView },
  })
  head(@PathOf(OrganizationPath) { organizationId }: OrganizationPath): Promise<AuditHeadView> {
    return this.chain.head(organizationId);
  }

  @Get('verify')
  @Route({
    operationId: 'verifyAudit',
    tag: 'audit-log',
    summary: 'Verify the audit chain',
    description:
      'Recomputes at most 10,000 entries from `from` on and names the first bad one; go on at `next`. Changes nothing.',
    answers: { 200: AuditVerdictView },
  })
  verify(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(VerifyQuery) { from }: VerifyQuery,
  ): Promise<AuditVerdictView> {
    return this.chain.verify(organizationId, BigInt(from));
  }

  @Get(':seq')
  @Route({
    operationId: 'getAuditEntry',
    tag: 'audit-log',
    summary: 'Show an audit entry with its proof',
    description: 'The entry, what its hash is of, the hash before, and the nearest signature at or after it.',
    answers: { 200: AuditProofView },
  })
  async entry(@PathOf(EntryPath) { organizationId, seq }: EntryPath): Promise<AuditProofView> {
    const proof = await this.chain.proof(organizationId, seq);
    if (!proof) throw new NotFound('This audit entry');
    return proof;
  }
}
