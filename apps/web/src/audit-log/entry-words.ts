import type { MemberView } from '@foundry/organization/contracts';
import type { View } from '../api/client.js';

/** "task.virtual_created" as words: "Task virtual created". */
export function kindWords(kind: string): string {
  const text = kind.replaceAll(/[._]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who acted. A person who left has only a number. */
export function actorName(
  { kind, id }: View['AuditEntry']['actor'],
  members: ReadonlyMap<string, MemberView> | undefined,
): string {
  if (kind === 'user') return members?.get(id)?.login ?? `person ${id}`;
  return kind === 'github' ? 'GitHub' : `Foundry (${id})`;
}
