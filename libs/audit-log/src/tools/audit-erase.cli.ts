/**
 * `npm run audit:erase -- --user <id>`: erases a person's details from every chain. Needs AUDIT_SIGNING_KEY and a login
 * that may take on the maintenance role. Exit code 0 done, 2 could not run.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '@foundry/messaging';
import { Id64 } from '@foundry/messaging/contracts';
import { AuditWorkerConfig } from '../config.js';
import { SigningKey } from '../domain/signing-keys.js';
import { DatabaseSession } from './database-session.js';
import { erasePerson } from './erase-person.js';
import { runTool, WrongUse } from './run-tool.js';

await runTool(async (say) => {
  const { values } = parseArgs({ options: { user: { type: 'string' } } });
  const userId = Id64.safeParse(values.user);
  if (!userId.success) throw new WrongUse('Say whose: --user <id>');
  const key = new SigningKey(readConfig(AuditWorkerConfig, process.env).AUDIT_SIGNING_KEY);
  const erased = await DatabaseSession.run(true, (session) => erasePerson(session, key, userId.data, new Date()));
  for (const [streamId, count] of erased) say(`stream ${streamId}: details of ${String(count)} entries erased`);
  if (erased.size === 0) say(`There are no details of ${userId.data}.`);
  return 0;
});
