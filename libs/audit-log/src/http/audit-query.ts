import { pageOf, pageQuery } from '@foundry/messaging';
import { Id64, text, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { AuditEntryView } from '../contracts/index.js';
import type { AuditFilter } from '../queries/audit-list.js';

/** A filter that may be repeated: any of its values fits. */
const repeated = <T extends z.ZodType>(value: T, description: string, example: z.input<T>) =>
  z
    .union([value, z.array(value).min(1).max(20)])
    .optional()
    .meta({ description, examples: [example] });

const Subject = z.string().regex(/^[a-zA-Z_]{1,40}:[^\p{Cc}]{1,80}$/u, 'must be type:id');
const Time = z.iso.datetime({ error: 'must be a time in UTC' }).optional();

export const AuditListQuery = pageQuery(
  {
    actor: repeated(text(120).min(1), 'Id of who acted.', '42'),
    kind: repeated(text(80).min(1), 'A kind, or all of a subject: `member.*`.', 'member.*'),
    outcome: repeated(z.enum(['done', 'refused']), 'Done or refused.', 'refused'),
    task: repeated(Uuid, 'Id of the task.', '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11'),
    repository: repeated(Id64, 'Id of the repository.', '7001'),
    branch: repeated(text(255).min(1), 'Name of the branch.', 'main'),
    subject: repeated(Subject, 'What it was done to, as `type:id`.', 'member:43'),
    correlation: repeated(Uuid, 'What one request began.', '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a13'),
    from: Time.meta({ description: 'Not before this time.', examples: ['2026-11-01T00:00:00.000Z'] }),
    to: Time.meta({ description: 'Not after this time.', examples: ['2026-11-30T23:59:59.999Z'] }),
  },
  { most: 200, usual: 50 },
).refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) <= Date.parse(to), {
  path: ['from'],
  error: 'must not be after `to`',
});
export type AuditListQuery = z.infer<typeof AuditListQuery>;

export const AuditPage = pageOf(AuditEntryView).meta({
  id: 'AuditPage',
  description: 'Entries of a chain, newest first.',
  examples: [{ items: [], nextCursor: null }],
});

/** The place of the last entry of a page. */
export const Position = z.string().regex(/^[0-9]{1,19}$/);

function listed<T extends string>(value: T | T[] | undefined): T[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value : [value];
}

const subjectOf = (subject: string) => {
  const colon = subject.indexOf(':');
  return { type: subject.slice(0, colon), id: subject.slice(colon + 1) };
};

export const filterOf = (query: AuditListQuery): AuditFilter => ({
  actor: listed(query.actor),
  kind: listed(query.kind),
  outcome: listed(query.outcome),
  task: listed(query.task),
  repository: listed(query.repository),
  branch: listed(query.branch),
  subject: listed(query.subject)?.map(subjectOf),
  correlation: listed(query.correlation),
  from: query.from,
  to: query.to,
});
