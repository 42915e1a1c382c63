import { Allow, As, Asked, ask, NotFound, PathOf, Route } from '@foundry/messaging';
import { Uuid } from '@foundry/messaging/contracts';
import { Controller, Delete, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { SessionsOf, SessionView } from '../contracts/index.js';
import { SignOut } from '../sign-in/sign-out.js';

const SessionPath = z.strictObject({ sessionId: Uuid.meta({ description: 'Id of the session.' }) });
type SessionPath = z.infer<typeof SessionPath>;

export const SessionList = z
  .strictObject({
    items: z.array(SessionView).meta({ description: 'The sessions.' }),
    nextCursor: z.null().meta({ description: 'Always null: there is one page.' }),
  })
  .meta({ id: 'SessionList', description: 'Where you are signed in.', examples: [{ items: [], nextCursor: null }] });
export type SessionList = z.infer<typeof SessionList>;

/** The browsers in which the caller is signed in. */
@Controller('v1/me/sessions')
@Allow({ sessionOnly: true })
export class SessionsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly signOut: SignOut,
  ) {}

  @Get()
  @Route({
    operationId: 'listSessions',
    tag: 'user',
    summary: 'List your sessions',
    description: 'Browsers in which you are signed in, the one used last first, with device and shortened address.',
    answers: { 200: SessionList },
  })
  async list(@As() { caller }: Asked): Promise<SessionList> {
    const { actor, session } = caller;
    if (!session) throw new NotFound('This session');
    return { items: await ask(this.queries, new SessionsOf(actor.userId, session.id)), nextCursor: null };
  }

  @Delete(':sessionId')
  @Route({
    operationId: 'endSession',
    tag: 'user',
    summary: 'Sign out another browser',
    description: 'Ends one of your sessions and closes its sockets. Repeating it changes nothing.',
    answers: { 204: null },
    direct: { reason: 'Signing out works while no worker runs.', audit: 'user.sessions_ended' },
  })
  async end(@PathOf(SessionPath) { sessionId }: SessionPath, @As() { caller }: Asked): Promise<null> {
    if (!(await this.signOut.one(caller.actor.userId, sessionId))) throw new NotFound('This session');
    return null;
  }
}
