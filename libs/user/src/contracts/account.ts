import { type Id64, QueryMessage } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** How the link to the person's account at GitHub stands. */
export const AccountView = z
  .object({
    state: z
      .enum(['none', 'connected', 'reauthorize'])
      .meta({ description: '`reauthorize`: sign in again to connect GitHub; `none`: never signed in with GitHub.' }),
    reason: z.string().nullable().meta({ description: 'Why it has to be connected again.' }),
  })
  .meta({
    id: 'GithubAccount',
    description: 'The link to the account at GitHub.',
    examples: [{ state: 'connected', reason: null }],
  });
export type AccountView = z.infer<typeof AccountView>;

/** How the link of a person to GitHub stands. */
export class AccountOf extends QueryMessage<AccountView> {
  constructor(readonly userId: Id64) {
    super();
  }
}
