import { Allow, Answer, As, Asked, ask, BodyOf, Commands, NotFound, Route } from '@foundry/messaging';
import { Controller, Delete } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { DeleteAccount, UserOf } from '../contracts/index.js';
import { NotConfirmed, notConfirmed, SignInTooOld, signInTooOld } from '../domain/state-rejections.js';

const FRESH_MS = 10 * 60 * 1000;

const DeletionBody = z
  .strictObject({ login: z.string().min(1).max(100).meta({ description: 'Your own login, typed again.' }) })
  .meta({ id: 'DeleteAccountBody', description: 'The confirmation of the person.', examples: [{ login: 'octocat' }] });
type DeletionBody = z.infer<typeof DeletionBody>;

/** The end of an account. */
@Controller('v1/me')
export class AccountController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Delete()
  @Allow({ sessionOnly: true })
  @Route({
    operationId: 'deleteAccount',
    tag: 'user',
    summary: 'Delete your account',
    description:
      'Needs your login and a sign-in of the last 10 minutes. Sessions, API tokens, preferences, drafts, inbox and marks go; ' +
      'you leave every organization, your tasks have no owner, and your authorization at GitHub is taken back. Entries of ' +
      'the audit log keep your id. If GitHub does not take the authorization back, remove it in your settings there. Not ' +
      'waited for.',
    answers: { 202: null },
    problems: [notConfirmed, signInTooOld],
    command: DeleteAccount,
  })
  async remove(@BodyOf(DeletionBody) { login }: DeletionBody, @As() asked: Asked): Promise<Answer> {
    const { actor, session } = asked.caller;
    const user = await ask(this.queries, new UserOf(actor.userId));
    if (!user || !session) throw new NotFound('This user');
    if (login.trim().toLowerCase() !== user.login.toLowerCase()) throw new NotConfirmed();
    if (Date.now() - Date.parse(session.signedInAt) >= FRESH_MS) throw new SignInTooOld();
    return this.commands.execute(asked, DeleteAccount, { userId: actor.userId, sessionId: session.id });
  }
}
