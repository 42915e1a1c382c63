import type { AuditEntryView } from '../contracts/index.js';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Control characters and those that turn the direction of writing would show something else than what is there. */
const UNSHOWABLE = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One cell: shown as text, never run, whatever it contains. */
export function csvCell(value: string | null): string {
  if (value === null || value === '') return '';
  const text = (FORMULA.test(value) ? `'${value}` : value).replace(UNSHOWABLE, escaped);
  return /[",'\\\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const COLUMNS: readonly [name: string, of: (entry: AuditEntryView) => string | null][] = [
  ['seq', ({ seq }) => seq],
  ['occurred_at', ({ occurredAt }) => occurredAt],
  ['recorded_at', ({ recordedAt }) => recordedAt],
  ['kind', ({ kind }) => kind],
  ['outcome', ({ outcome }) => outcome],
  ['code', ({ code }) => code],
  ['actor_kind', ({ actor }) => actor.kind],
  ['actor_id', ({ actor }) => actor.id],
  ['on_behalf_of', ({ onBehalfOf }) => onBehalfOf],
  ['via', ({ via }) => via],
  ['subject_type', ({ subject }) => subject.type],
  ['subject_id', ({ subject }) => subject.id],
  ['task_id', ({ taskId }) => taskId],
  ['repository_id', ({ repositoryId }) => repositoryId],
  ['branch', ({ branch }) => branch],
  ['command_id', ({ commandId }) => commandId],
  ['correlation_id', ({ correlationId }) => correlationId],
  ['details', ({ details }) => details && JSON.stringify(details)],
];

/** The first line. Lines end with CR LF (RFC 4180). */
export const csvHeader = (): string => `${COLUMNS.map(([name]) => name).join(',')}\r\n`;

export const csvLine = (entry: AuditEntryView): string =>
  `${COLUMNS.map(([, of]) => csvCell(of(entry))).join(',')}\r\n`;
