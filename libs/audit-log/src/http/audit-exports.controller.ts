import { randomUUID } from 'node:crypto';
import { Allow, Answer, As, Asked, BodyOf, CommandSender, PathOf, Route } from '@foundry/messaging';
import { Id64 } from '@foundry/messaging/contracts';
import { Controller, Post, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { appendAuditEntry } from '../contracts/index.js';
import { AuditExport } from '../queries/audit-export.js';

const ExportsPath = z.strictObject({
  organizationId: Id64.meta({ description: 'The organization.', examples: ['41'] }),
});
type ExportsPath = z.infer<typeof ExportsPath>;

const Time = z.iso.datetime({ error: 'must be a time in UTC' }).optional();

export const ExportBody = z
  .strictObject({
    format: z
      .enum(['jsonl', 'csv'])
      .meta({ description: 'jsonl can be verified; csv is for people and proves nothing.' }),
    from: Time.meta({ description: 'Not before this time. Absent: from the beginning.' }),
    to: Time.meta({ description: 'Not after this time. Absent: to the end.' }),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) <= Date.parse(to), {
    path: ['from'],
    error: 'must not be after `to`',
  })
  .meta({ id: 'AuditExportBody', description: 'What to export.', examples: [{ format: 'jsonl' }] });
export type ExportBody = z.infer<typeof ExportBody>;

/** How long the entry about the export may take to be chained before the export begins without it; it is durable by then. */
const CHAINED_MS = 5_000;

const MEDIA = { jsonl: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' } as const;

@Controller('v1/organizations/:organizationId/audit/exports')
export class AuditExportsController {
  constructor(
    private readonly sender: CommandSender,
    private readonly exports: AuditExport,
  ) {}

  @Post()
  @Allow({ role: 'admin', scope: 'audit:read', auditRefusal: true })
  @Route({
    operationId: 'exportAudit',
    tag: 'audit-log',
    summary: 'Export the audit chain',
    description:
      'Appends `audit.exported`, then streams the smallest piece of the chain that holds every entry of the period and ends with a signature, from one snapshot. Verify it with audit-verify.mjs. The stream ends after 60 s in which nothing is read.',
    answers: {
      200: z
        .string()
        .meta({ description: 'JSON lines: header, entries, signed end; or CSV.', examples: ['{"type":"header"}\n'] }),
    },
    media: 'application/x-ndjson',
    direct: {
      reason: 'A stream has no result of a command; its entry is sent before it begins.',
      audit: 'audit.exported',
    },
    headers: { 'Content-Disposition': 'Name of the file.' },
  })
  async export(
    @PathOf(ExportsPath) { organizationId }: ExportsPath,
    @BodyOf(ExportBody) body: ExportBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    await this.tell(organizationId, body, asked);
    const { format, from, to } = body;
    const stream = this.exports.open(organizationId, { from, to }, format);
    const disposition = `attachment; filename="audit-${organizationId}.${format}"`;
    return new Answer(200, new StreamableFile(stream, { type: MEDIA[format], disposition }));
  }

  /** Fails closed: without a durable entry there is no export. */
  private async tell(organizationId: string, { format, from, to }: ExportBody, asked: Asked): Promise<void> {
    const { actor } = asked.caller;
    const entryId = randomUUID();
    const correlationId = randomUUID();
    const entry = appendAuditEntry({
      entryId,
      streamId: organizationId,
      kind: 'audit.exported',
      occurredAt: new Date().toISOString(),
      outcome: 'done',
      actor: { kind: 'user', id: actor.userId },
      via: actor.via,
      commandId: entryId,
      correlationId,
      subject: { type: 'organization', id: organizationId },
      details: { format, from: from ?? null, to: to ?? null },
    });
    await this.sender.request(entry, { actor, correlationId }, CHAINED_MS);
  }
}
