import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { RecordChecks, RefreshChecks } from '../../contracts/index.js';
import { askForChecks, isWatched } from './ask-for-checks.js';
import { setChecks } from './set-checks.js';

const Numbers = z.array(z.object({ number: z.int() }));

/** Nobody may watch the commit any more by now; then nothing is asked. */
@CommandHandler(RefreshChecks)
export class RefreshChecksHandler extends Handler<RefreshChecks> {
  async handle({ payload }: RefreshChecks, tx: Tx): Promise<null> {
    if (await isWatched(tx, payload)) await askForChecks(tx, payload);
    return null;
  }
}

/** Only those who still bring the commit show it. */
@CommandHandler(RecordChecks)
export class RecordChecksHandler extends Handler<RecordChecks> {
  async handle({ payload }: RecordChecks, tx: Tx): Promise<null> {
    const { organizationId, repositoryId, headSha, checks } = payload;
    const rows = Numbers.parse(
      await tx.sql`select number from github_data.pull_requests where organization_id = ${organizationId}
        and repository_id = ${repositoryId} and head_sha = ${headSha} and watched and state = 'open'
        and checks <> ${checks} order by number`,
    );
    const numbers = rows.map(({ number }) => number);
    await setChecks(tx, { organizationId, repositoryId }, numbers, checks);
    return null;
  }
}
