import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { PreferencesChanged, type PreferencesView, UpdatePreferences } from '../contracts/index.js';
import { Preferences } from '../domain/preferences.entity.js';
import { mustBeOwn } from './must-be-own.js';

@CommandHandler(UpdatePreferences)
export class UpdatePreferencesHandler extends Handler<UpdatePreferences> {
  async handle({ payload }: UpdatePreferences, tx: Tx): Promise<PreferencesView> {
    const { userId, patch, expectedVersion } = payload;
    mustBeOwn(tx, userId);
    const preferences = (await tx.find(Preferences, { userId })) ?? Preferences.of(userId);
    preferences.mustBeAt(expectedVersion);
    const wantsAddress = patch.commitEmail === 'primary';
    preferences.change(patch, wantsAddress && (await hasVerifiedEmail(tx, userId)));
    await tx.save(preferences);
    const view = preferences.view();
    tx.emit(new PreferencesChanged({ userId, version: view.version, preferences: view }));
    return view;
  }
}

async function hasVerifiedEmail(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx.sql`
    select 1 from "user".users where user_id = ${userId} and email is not null and email_verified`;
  return rows.length > 0;
}
