import type { MemberView } from '@foundry/organization/contracts';
import type { View } from '../api/client.js';
import { timeOf } from '../ui/age.js';
import { actorName, kindWords } from './entry-words.js';

type Entry = View['AuditEntry'];

const VIA = {
  session: 'in the browser',
  api_token: 'with an API token',
  webhook: 'by webhook',
  schedule: 'on schedule',
  reaction: 'by itself',
} as const;

interface AuditTableProps {
  entries: readonly Entry[];
  members: ReadonlyMap<string, MemberView> | undefined;
}

export function AuditTable({ entries, members }: AuditTableProps) {
  if (entries.length === 0) return <p className="text-text-2">Nothing in this range.</p>;
  return (
    <div role="region" aria-label="Entries" tabIndex={0} className="overflow-x-auto rounded-card border border-line">
      <table className="w-full text-left">
        <thead className="text-text-3">
          <tr className="border-b border-line">
            <th className="p-2 font-medium max-[599px]:hidden">No.</th>
            <th className="p-2 font-medium">Time</th>
            <th className="p-2 font-medium">Who</th>
            <th className="p-2 font-medium">What</th>
            <th className="p-2 font-medium">Outcome</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {entries.map((entry) => (
            <tr key={entry.entryId}>
              <td className="p-2 text-text-3 max-[599px]:hidden">{entry.seq}</td>
              <td className="p-2 min-[600px]:whitespace-nowrap">
                <time dateTime={entry.occurredAt}>{timeOf(entry.occurredAt)}</time>
              </td>
              <td className="p-2">
                {actorName(entry.actor, members)} <span className="text-text-3">{VIA[entry.via]}</span>
              </td>
              <td className="p-2">{kindWords(entry.kind)}</td>
              <td className={`p-2 ${entry.outcome === 'refused' ? 'text-danger' : 'text-text-2'}`}>
                {entry.outcome === 'refused' ? 'Refused' : 'Done'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
