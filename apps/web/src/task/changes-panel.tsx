import type { ChangedFile } from '@foundry/task/contracts';
import { useState } from 'react';
import type { RealTask } from '../live/task-topic.js';
import { revealed } from '../ui/revealed.js';
import { Age } from '../ui/age.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL } from '../ui/field.js';
import { Skeleton } from '../ui/skeleton.js';
import { type Scope, useChanges } from './use-changes.js';

const STATES: Readonly<Record<ChangedFile['status'], string>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
  T: 'of another type',
};

interface ChangesPanelProps {
  real: RealTask;
  /** The file that is shown. */
  file: string | undefined;
  onOpen: (path: string) => void;
}

/** What the task changed, file by file. The machine may be asleep or gone; the list stays. */
export function ChangesPanel({ real: { task, changes }, file, onOpen }: ChangesPanelProps) {
  const [scope, setScope] = useState<Scope>('all');
  const [filter, setFilter] = useState('');
  const list = useChanges(task.taskId, scope, changes?.version ?? 0);
  if (list.isPending) return <Skeleton rows={6} label="Reading the changes" />;
  const trouble = list.isError && (
    <ErrorNotice error={list.error} what="The changes were not read." retry={() => void list.refetch()} />
  );
  if (list.data === undefined) return <div className="p-3">{trouble}</div>;
  const { changes: numbers, files } = list.data;
  const wanted = filter.trim().toLowerCase();
  const shown = files.filter(({ path }) => path.toLowerCase().includes(wanted));
  return (
    <div className="grid content-start gap-2 p-3">
      {trouble}
      <div className="flex gap-2">
        <select
          aria-label="Which changes"
          className={`${CONTROL} w-auto`}
          value={scope}
          onChange={({ target }) => setScope(target.value === 'uncommitted' ? 'uncommitted' : 'all')}
        >
          <option value="all">All changes</option>
          <option value="uncommitted">Uncommitted</option>
        </select>
        <input
          type="search"
          aria-label="Filter files"
          placeholder="Filter files"
          className={`${CONTROL} placeholder:text-text-3`}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      {numbers.state === 'failed' && (
        <p role="alert" className="break-words text-danger">
          The last reading failed: {numbers.reason ?? numbers.code}. This is the list before.
        </p>
      )}
      <p className="text-meta text-text-3">
        {numbers.files} {numbers.files === 1 ? 'file' : 'files'} <span className="text-owner">+{numbers.added}</span>{' '}
        <span className="text-danger">−{numbers.removed}</span>
        {numbers.readAt !== null && (
          <>
            , saved <Age at={numbers.readAt} ago />
          </>
        )}
        {numbers.state === 'reading' && ', being read'}
        {numbers.truncated && '. There is more than is listed.'}
      </p>
      {files.length === 0 && (
        <p className="text-text-2">
          {numbers.readAt === null
            ? 'Nothing was read yet. Changes are read after each turn.'
            : `No changes against ${task.baseBranch ?? 'the base branch'}.`}
        </p>
      )}
      {files.length > 0 && shown.length === 0 && <p className="text-text-2">No file has that in its path.</p>}
      <ul aria-label="Changed files" className="grid">
        {shown.map((one) => (
          <li key={one.path}>
            <FileRow file={one} isShown={one.path === file} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FileRowProps {
  file: ChangedFile;
  isShown: boolean;
  onOpen: (path: string) => void;
}

/** The name of a file is never cut; the folder before it may be. */
function FileRow({
  file: { path, oldPath, status, added, removed, uncommitted, binary },
  isShown,
  onOpen,
}: FileRowProps) {
  const at = path.lastIndexOf('/') + 1;
  return (
    <button
      type="button"
      aria-current={isShown}
      title={oldPath === null ? path : `${oldPath} → ${path}`}
      className="flex min-h-7 w-full min-w-0 items-center gap-2 rounded-button px-1 text-left -outline-offset-2 hover:bg-hover aria-[current=true]:bg-selected pointer-coarse:min-h-11"
      onClick={() => onOpen(path)}
    >
      <span className="w-4 shrink-0 text-center font-mono text-meta text-text-2">
        <span aria-hidden="true">{status}</span>
        <span className="sr-only">{STATES[status]}</span>
      </span>
      <span className="flex min-w-0 flex-1">
        <span className="min-w-0 shrink truncate text-text-3">{revealed(path.slice(0, at))}</span>
        <span className="shrink-0">{revealed(path.slice(at))}</span>
      </span>
      {uncommitted && <span className="shrink-0 text-meta text-text-3">uncommitted</span>}
      <span className="shrink-0 text-meta text-text-2">{binary ? 'binary' : `+${added} −${removed}`}</span>
    </button>
  );
}
