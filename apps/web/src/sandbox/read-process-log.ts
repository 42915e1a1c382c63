import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { type ProcessLog, withPage } from './process-log.js';

const PAGE = 1_000;

/** Reads on to the end of what the machine has now. */
export async function readOn(sandboxId: string, processId: string, held: ProcessLog): Promise<ProcessLog> {
  let log = held;
  for (;;) {
    const page = await answered(
      api.GET('/v1/sandboxes/{sandboxId}/processes/{processId}/logs', {
        params: { path: { sandboxId, processId }, query: { after: log.after, limit: PAGE } },
      }),
    );
    log = withPage(log, page);
    if (page.next === null || page.entries.length < PAGE) return log;
  }
}
