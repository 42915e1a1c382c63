import { Allow, Answer, As, Asked, ask, BodyOf, Commands, IfMatch, NotFound, Route } from '@foundry/messaging';
import { Controller, Get, Patch } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  AccountOf,
  AccountView,
  DEFAULT_PREFERENCES,
  PreferencesOf,
  PreferencesPatch,
  PreferencesView,
  UpdatePreferences,
  UserOf,
  UserView,
} from '../contracts/index.js';
import { emailUnverified, preferencesTooLarge } from '../domain/rejections.js';

export const csrfToken = z
  .string()
  .nullable()
  .meta({ description: 'To send as `X-CSRF-Token` with everything that changes something; null for a token.' });

export const MeView = z
  .object({
    user: UserView.meta({ description: 'The person.' }),
    account: AccountView.meta({ description: 'The link to GitHub.' }),
    preferences: PreferencesView.meta({ description: 'What they prefer.' }),
    csrfToken,
  })
  .meta({
    id: 'Me',
    description: 'The caller, and what only they see of their account.',
    examples: [
      {
        user: { userId: '9919', login: 'octocat', name: 'The Octocat', avatarUrl: null, version: 1 },
        account: { state: 'connected', reason: null },
        preferences: DEFAULT_PREFERENCES,
        csrfToken: 'x'.repeat(43),
      },
    ],
  });
export type MeView = z.infer<typeof MeView>;

/** The caller's own account. */
@Controller('v1/me')
export class MeController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Allow({})
  @Route({
    operationId: 'getMe',
    tag: 'user',
    summary: 'Show yourself',
    description: 'The person that the credentials stand for, the link to GitHub, preferences, and the CSRF token.',
    answers: { 200: MeView },
  })
  async show(@As() { caller: { actor, session } }: Asked): Promise<MeView> {
    const [user, account, preferences] = await Promise.all([
      ask(this.queries, new UserOf(actor.userId)),
      ask(this.queries, new AccountOf(actor.userId)),
      ask(this.queries, new PreferencesOf(actor.userId)),
    ]);
    if (!user) throw new NotFound('This user');
    return { user, account, preferences, csrfToken: session?.csrfToken ?? null };
  }

  @Patch('preferences')
  @Allow({ sessionOnly: true })
  @Route({
    operationId: 'updatePreferences',
    tag: 'user',
    summary: 'Change your preferences',
    description: 'Merges what is sent into your preferences; in records, null takes an entry away. 16 KiB in all.',
    answers: { 200: PreferencesView },
    problems: [preferencesTooLarge, emailUnverified],
    command: UpdatePreferences,
    versioned: true,
    ifMatch: 'optional',
  })
  update(
    @BodyOf(PreferencesPatch) patch: PreferencesPatch,
    @IfMatch() expectedVersion: number | null,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.commands.execute(asked, UpdatePreferences, {
      userId: asked.caller.actor.userId,
      patch,
      expectedVersion,
    });
  }
}
