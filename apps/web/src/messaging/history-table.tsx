import type { HistoryItem } from '@foundry/messaging/contracts';
import type { MemberView } from '@foundry/organization/contracts';
import { Age } from '../ui/age.js';
import { actOf, actorWords, lengthOf, moduleOfName, stateWords } from './message-words.js';

const HEAD = 'p-2 font-medium';

interface HistoryTableProps {
  rows: readonly HistoryItem[];
  members: ReadonlyMap<string, MemberView> | undefined;
  /** The command whose details are open. */
  open: string | null;
  onOpen: (commandId: string) => void;
}

/** Commands with who asked and how they ended. A row opens its details. */
export function HistoryTable({ rows, members, open, onOpen }: HistoryTableProps) {
  return (
    <div role="region" aria-label="Commands" tabIndex={0} className="overflow-x-auto rounded-card border border-line">
      <table className="w-full text-left">
        <thead className="text-text-3">
          <tr className="border-b border-line">
            <th className={HEAD}>What</th>
            <th className={HEAD}>Who</th>
            <th className={HEAD}>State</th>
            <th className={`${HEAD} text-right`}>Attempt</th>
            <th className={`${HEAD} text-right`}>Waited</th>
            <th className={`${HEAD} text-right`}>Worked</th>
            <th className={`${HEAD} text-right`}>Age</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.id} className={row.id === open ? 'bg-selected' : 'hover:bg-hover'}>
              <td className="p-2">
                <button
                  type="button"
                  aria-expanded={row.id === open}
                  className="rounded-chip py-0.5 text-left text-accent underline"
                  onClick={() => {
                    onOpen(row.id);
                  }}
                >
                  {actOf(row.name)}
                </button>{' '}
                <span className="text-meta text-text-3">{moduleOfName(row.name)}</span>
              </td>
              <td className="p-2 whitespace-nowrap">{actorWords(row.actor, members)}</td>
              <td className={`p-2 ${lookOf(row)}`}>
                {stateWords(row.state, row.outcome)}
                {row.message !== null && <span className="block max-w-80 text-meta text-text-2">{row.message}</span>}
              </td>
              <td className="p-2 text-right">{row.attempt}</td>
              <td className="p-2 text-right whitespace-nowrap text-text-2">{shown(row.waitedMs)}</td>
              <td className="p-2 text-right whitespace-nowrap text-text-2">{shown(row.workedMs)}</td>
              <td className="p-2 text-right text-text-2">
                <Age at={row.acceptedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const shown = (ms: number | null): string => (ms === null ? '–' : lengthOf(ms));

function lookOf({ outcome }: HistoryItem): string {
  if (outcome === null) return 'text-accent';
  if (outcome === 'dead' || outcome === 'rejected' || outcome === 'expired') return 'text-danger';
  return 'text-text-2';
}
