import { Allow, As, Asked, Route } from '@foundry/messaging';
import { Controller, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SessionCookies } from '../contracts/index.js';
import { SignOut } from '../sign-in/sign-out.js';

/** Leaving. It works with the broker and every worker stopped. */
@Controller('v1/auth')
export class SignOutController {
  constructor(
    private readonly signOut: SignOut,
    private readonly cookies: SessionCookies,
  ) {}

  @Post('sign-out')
  @Allow({ sessionOnly: true, signedOutToo: true })
  @Route({
    operationId: 'signOut',
    tag: 'user',
    summary: 'Sign out of this browser',
    description: 'Ends the session, clears its cookie and closes its sockets. Without a session nothing happens.',
    answers: { 204: null },
    direct: { reason: 'Signing out works while no worker runs.', audit: 'user.signed_out' },
  })
  async here(@As() { request }: Asked, @Res({ passthrough: true }) response: Response): Promise<null> {
    const { caller } = request;
    if (caller?.session) await this.signOut.here(caller.actor.userId, caller.session.id);
    response.append('Set-Cookie', this.cookies.session.clear());
    return null;
  }

  @Post('sign-out-everywhere')
  @Allow({ sessionOnly: true })
  @Route({
    operationId: 'signOutEverywhere',
    tag: 'user',
    summary: 'Sign out of every browser',
    description: 'Ends all sessions of the person, this one included, and closes their sockets. API tokens go on.',
    answers: { 204: null },
    direct: { reason: 'Signing out works while no worker runs.', audit: 'user.sessions_ended' },
  })
  async everywhere(@As() { caller }: Asked, @Res({ passthrough: true }) response: Response): Promise<null> {
    await this.signOut.everywhere(caller.actor.userId);
    response.append('Set-Cookie', this.cookies.session.clear());
    return null;
  }
}
