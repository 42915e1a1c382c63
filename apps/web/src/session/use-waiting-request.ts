import type { ItemView } from '@foundry/task/contracts';
import { useTask } from '../live/live-context.js';
import { RequestData } from './item-data.js';
import { useSessionPlace } from './session-place.js';
import type { TranscriptRow } from './transcript-rows.js';

const isRequest = ({ kind }: ItemView): boolean => kind === 'permission' || kind === 'question';

interface Waiting {
  readonly seq: number;
  readonly title: string;
}

/** The newest request that waits for a person and is out of view; null: none. `range`: the rows in view. */
export function useWaitingRequest(
  rows: readonly TranscriptRow[],
  range: { readonly startIndex: number; readonly endIndex: number } | null,
): Waiting | null {
  const { taskId, sessionId } = useSessionPlace();
  const { state } = useTask(taskId);
  if (!state || state.virtual || !range) return null;
  const open = [...state.permissions.values()].filter((one) => one.sessionId === sessionId && one.state === 'open');
  for (const { permissionId, title } of open) {
    const index = rows.findLastIndex(
      (row) =>
        row.kind === 'item' && isRequest(row.item) && RequestData.parse(row.item.data).permissionId === permissionId,
    );
    const row = rows[index];
    const isInView = index >= range.startIndex && index <= range.endIndex;
    if (row?.kind === 'item' && !isInView) return { seq: row.item.seq, title };
  }
  return null;
}
