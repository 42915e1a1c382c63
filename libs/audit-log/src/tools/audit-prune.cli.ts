/**
 * `npm run audit:prune -- --before <date> [--folder <path>]`: moves entries older than a date, which is at least 365 days
 * ago, into exports (default folder `audit-exports`). Exit code 0 done, 2 could not run.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '@foundry/messaging';
import { AuditWorkerConfig } from '../config.js';
import { SigningKey } from '../domain/signing-keys.js';
import { DatabaseSession } from './database-session.js';
import { pruneChains, YOUNGEST_DAYS } from './prune-chains.js';
import { runTool, WrongUse } from './run-tool.js';

const DAY_MS = 24 * 60 * 60 * 1000;

await runTool(async (say) => {
  const { values } = parseArgs({
    options: { before: { type: 'string' }, folder: { type: 'string', default: 'audit-exports' } },
  });
  const before = new Date(values.before ?? '');
  const now = new Date();
  const isOld = now.getTime() - before.getTime() >= YOUNGEST_DAYS * DAY_MS;
  if (!isOld)
    throw new WrongUse(
      `Say until when, at least ${String(YOUNGEST_DAYS)} days ago: --before 2020-01-31 [--folder <path>]`,
    );
  const key = new SigningKey(readConfig(AuditWorkerConfig, process.env).AUDIT_SIGNING_KEY);
  const pruned = await DatabaseSession.run(true, (session) =>
    pruneChains(session, key, { before, folder: values.folder, now }),
  );
  for (const { streamId, from, through, file } of pruned)
    say(`stream ${streamId}: entries ${from} to ${through} are in ${file} now`);
  if (pruned.length === 0) say('No chain has entries that old.');
  return 0;
});
