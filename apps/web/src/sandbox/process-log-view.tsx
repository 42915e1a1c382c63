import type { ProcessView } from '@foundry/sandbox/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL_SHAPE } from '../ui/field.js';
import { Skeleton } from '../ui/skeleton.js';
import { NO_LOG, type ProcessLog } from './process-log.js';
import { readOn } from './read-process-log.js';

const AGAIN_MS = 2_000;

/** What a process said. It is read on while the process runs and somebody follows it. */
export function ProcessLogView({ process: { sandboxId, processId, title, status } }: { process: ProcessView }) {
  const client = useQueryClient();
  const [isFollowing, setIsFollowing] = useState(true);
  const [search, setSearch] = useState('');
  const isRunning = status === 'running' || status === 'starting';
  // What it said last is read after its end, so that the end begins another reading, from where the first one was.
  const keyOf = (isLive: boolean) => ['process-log', sandboxId, processId, isLive];
  const log = useQuery({
    queryKey: keyOf(isRunning),
    queryFn: () => {
      const held = client.getQueryData<ProcessLog>(keyOf(isRunning)) ?? client.getQueryData<ProcessLog>(keyOf(true));
      return readOn(sandboxId, processId, held ?? NO_LOG);
    },
    placeholderData: (held) => held,
    refetchInterval: isRunning && isFollowing ? AGAIN_MS : false,
  });
  const text = log.data?.text ?? '';
  const wanted = search.trim().toLowerCase();
  const lines =
    wanted === ''
      ? text
      : text
          .split('\n')
          .filter((line) => line.toLowerCase().includes(wanted))
          .join('\n');
  const place = useRef<HTMLPreElement>(null);
  useLayoutEffect(() => {
    if (isFollowing && place.current) place.current.scrollTop = place.current.scrollHeight;
  }, [lines, isFollowing]);
  if (log.isPending) return <Skeleton rows={2} label="Reading the log" />;
  return (
    <div className="grid basis-full gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          aria-label={`Search the log of ${title}`}
          placeholder="Only lines with"
          value={search}
          className={`${CONTROL_SHAPE} min-w-0 flex-1 basis-40`}
          onChange={({ target }) => {
            setSearch(target.value);
          }}
        />
        <label className="flex min-h-7 items-center gap-1.5">
          <input
            type="checkbox"
            checked={isFollowing}
            onChange={({ target }) => {
              setIsFollowing(target.checked);
            }}
          />
          Follow
        </label>
        <Button
          look="quiet"
          aria-label={`Download the log of ${title}`}
          onClick={() => {
            download(`${title}.log`, text);
          }}
        >
          <Download aria-hidden="true" size={14} strokeWidth={1.75} /> Download
        </Button>
      </div>
      {log.data?.isCut && <p className="text-meta text-text-3">Older lines are not kept.</p>}
      {log.data?.isAway ? (
        <p className="text-text-2">The machine is away, and the log with it.</p>
      ) : (
        <pre
          ref={place}
          tabIndex={0}
          role="log"
          aria-live="off"
          aria-label={`Log of ${title}`}
          className="max-h-72 min-h-12 overflow-auto rounded-chip bg-sunken p-2 font-mono text-[12.5px] leading-[18px] -outline-offset-2"
        >
          {lines === '' ? (wanted === '' ? 'Nothing was said yet.' : 'No line has it.') : lines}
        </pre>
      )}
      {log.isError && (
        <ErrorNotice error={log.error} what="The log was not read on." retry={() => void log.refetch()} />
      )}
    </div>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
