/**
 * `npm run audit:verify -- --organization <id> [--expect <seq>:<hash>]`: verifies a chain in the database. Takes a user's
 * id for a personal stream, and 0 for the instance. Exit code 0 intact, 1 broken, 2 could not run.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '@foundry/messaging';
import { expectedOf, verdictLine } from '#audit-verify';
import { AuditReaderConfig } from '../config.js';
import { StreamId } from '../contracts/index.js';
import { publicKeysOf } from '../domain/reading-keys.js';
import { verifyChain } from '../queries/verify-chain.js';
import { DatabaseSession } from './database-session.js';
import { runTool, WrongUse } from './run-tool.js';

await runTool(async (say) => {
  const { values } = parseArgs({
    options: { organization: { type: 'string' }, expect: { type: 'string', multiple: true } },
  });
  const streamId = StreamId.safeParse(values.organization);
  if (!streamId.success) throw new WrongUse('Say which: --organization <id> [--expect <seq>:<hash>]');
  const expected = (values.expect ?? []).map(expectedOf);
  const config = readConfig(AuditReaderConfig, process.env);
  const keys = publicKeysOf(config.AUDIT_SIGNING_KEY, config.AUDIT_PUBLIC_KEYS);
  const verdict = await DatabaseSession.run(false, (session) =>
    session.snapshot((sql) => verifyChain(sql, keys, { streamId: streamId.data, expected })),
  );
  say(verdictLine(verdict));
  return verdict.fault ? 1 : 0;
});
