import 'reflect-metadata';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACME, Acme, answer, BEN, codeOf } from './acme.js';

let acme: Acme;
beforeAll(async () => {
  acme = await Acme.open();
});
afterAll(() => acme.stop());

describe('the first screen', () => {
  it('has organizations with how they stand', async () => {
    expect(await (await acme.ada.send('/v1/app')).json()).toMatchObject({
      organizations: [
        {
          id: ACME,
          installation: 'not_installed',
          onboarding: { install: false, sync: false, agent: null, firstTask: true },
          activeTasks: 1,
        },
      ],
      instance: { providers: ['local'], billing: false, githubApp: true },
    });
  });

  it('says to those who are signed out whether they can sign in', async () => {
    const signedOut = await acme.foundry.browser().send('/v1/app');
    expect([signedOut.status, signedOut.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await signedOut.json()).toMatchObject({
      code: 'auth.signed_out',
      signIn: { available: true, setupRequired: false },
    });
    const mistyped = await acme.foundry.browser().send('/v1/app', { headers: { authorization: 'Bearer fdy_no' } });
    expect(await codeOf(mistyped)).toEqual([401, 'token.invalid']);
  });
});

describe('the end of an account', () => {
  it('needs the own login, a session, and a sign-in of the last ten minutes', async () => {
    expect(await codeOf(await acme.eve.change('/v1/me', 'DELETE', { login: 'ada' }))).toEqual([
      422,
      'user.confirmation',
    ]);
    await acme.foundry
      .sql`update "user".auth_sessions set created_at = now() - interval '11 minutes' where user_id = 44`;
    const late = await acme.eve.change('/v1/me', 'DELETE', { login: 'eve' });
    expect(await answer(late)).toMatchObject({
      status: 403,
      body: { code: 'session.too_old', action: { kind: 'sign_in' } },
    });
    expect((await acme.eve.send('/v1/me')).status).toBe(200);
  });

  it('signs the person out, closes their sockets, and leaves no name in the organizations', async () => {
    const socket = await acme.socketOf(acme.ben);
    const kept = acme.ben.cookieHeader;
    expect((await acme.ben.change('/v1/me', 'DELETE', { login: 'BEN' })).status).toBe(202);
    expect(await socket.closeCode(5_000)).toBe(4001);
    await eventually(async () => {
      expect((await acme.foundry.browser().send('/v1/me', { headers: { cookie: kept } })).status).toBe(401);
    });
    await eventually(async () => {
      expect(
        await acme.foundry.sql`select login, name, avatar_url, state from organization.members where user_id = 43`,
      ).toEqual([{ login: 'deleted-43', name: null, avatar_url: null, state: 'removed' }]);
    });
    const back = await acme.signIn(BEN);
    expect(await (await back.send('/v1/app')).json()).toMatchObject({ user: { login: 'ben' }, organizations: [] });
  });
});
