import { useMemo } from 'react';
import { useOrganization } from '../live/live-context.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL_SHAPE } from '../ui/field.js';
import { Skeleton } from '../ui/skeleton.js';
import { CommandDetail } from './command-detail.js';
import { type HistoryFilter, historyRows } from './history-filter.js';
import { HistoryTable } from './history-table.js';
import { OUTCOMES } from './message-words.js';
import { Pending } from './pending.js';
import { useHistory } from './use-history.js';

export interface ActivitySearch extends HistoryFilter {
  readonly command?: string | undefined;
}

interface ActivityProps {
  organizationId: string;
  module: string;
  entityId: string;
  search: ActivitySearch;
  onSearch: (change: ActivitySearch) => void;
}

/** What happened to one entity and what it waits for, live. */
export function Activity({ organizationId, module, entityId, search, onSearch }: ActivityProps) {
  const { state: organization } = useOrganization(organizationId);
  const { state, ended, retry, older, items } = useHistory(module, entityId);
  const { outcome, person, command } = search;
  const rows = useMemo(
    () => historyRows(state?.commands.values() ?? [], items, { outcome, person }),
    [state, items, outcome, person],
  );
  if (ended === 'not_found' || ended === 'forbidden') {
    return <p className="text-text-2">There is nothing of this name, or it is not yours to see.</p>;
  }
  if (ended !== null) return <ErrorNotice error={new Error(ended)} what="The activity is not live." retry={retry} />;
  if (state === null) return <Skeleton rows={6} label="Reading the activity" />;
  const isFiltered = outcome !== undefined || person !== undefined;
  const readOlder = (): void => {
    void (older.data ? older.fetchNextPage() : older.refetch());
  };
  return (
    <>
      <Pending module={module} entityId={entityId} history={state} members={organization?.members} />
      <div className="flex flex-wrap gap-2">
        <select
          aria-label="Outcome"
          className={CONTROL_SHAPE}
          value={outcome ?? ''}
          onChange={({ target }) => {
            onSearch({ outcome: target.value === '' ? undefined : target.value });
          }}
        >
          <option value="">Every outcome</option>
          <option value="pending">Not over</option>
          {Object.entries(OUTCOMES).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
        <select
          aria-label="Person"
          className={CONTROL_SHAPE}
          value={person ?? ''}
          onChange={({ target }) => {
            onSearch({ person: target.value === '' ? undefined : target.value });
          }}
        >
          <option value="">Everybody</option>
          <option value="foundry">Foundry</option>
          {[...(organization?.members.values() ?? [])].map(({ userId, login }) => (
            <option key={userId} value={userId}>
              @{login}
            </option>
          ))}
        </select>
      </div>
      {command !== undefined && (
        <CommandDetail
          key={command}
          commandId={command}
          row={rows.find(({ id }) => id === command) ?? null}
          members={organization?.members}
          onOpen={(id) => {
            onSearch({ command: id });
          }}
          onClose={() => {
            onSearch({ command: undefined });
          }}
        />
      )}
      {rows.length === 0 ? (
        <div className="grid justify-items-start gap-2 text-text-2">
          <p>{isFiltered ? 'Nothing in this range.' : 'Nothing happened yet.'}</p>
          {isFiltered && (
            <Button
              onClick={() => {
                onSearch({ outcome: undefined, person: undefined });
              }}
            >
              Show everything
            </Button>
          )}
        </div>
      ) : (
        <HistoryTable
          rows={rows}
          members={organization?.members}
          open={command ?? null}
          onOpen={(id) => {
            onSearch({ command: id === command ? undefined : id });
          }}
        />
      )}
      {older.isError && <ErrorNotice error={older.error} what="Older commands were not read." retry={readOlder} />}
      {(older.data === undefined || older.hasNextPage) && !older.isError && rows.length > 0 && (
        <p>
          <Button pending={older.isFetching ? 'Reading' : null} onClick={readOlder}>
            Show older commands
          </Button>
        </p>
      )}
    </>
  );
}
