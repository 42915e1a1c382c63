import type { UserActor } from '@foundry/messaging/contracts';
import { decidedBy, like } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import { PreferencesChanged, type PreferencesPatch, UpdatePreferences } from '../contracts/index.js';
import { Preferences } from '../domain/preferences.entity.js';
import { ANA, BEN } from '../testing/tokens.js';
import { UpdatePreferencesHandler } from './update-preferences.handler.js';

const given = decidedBy(new UpdatePreferencesHandler());
const by = (userId: string, via: UserActor['via'] = 'session') => ({
  actor: { kind: 'user', userId, via } satisfies UserActor,
});
const update = (patch: PreferencesPatch, expectedVersion: number | null = null) =>
  new UpdatePreferences({ userId: ANA, patch, expectedVersion });
const dark = { appearance: { theme: 'dark' as const } };
const chosen = (patch: PreferencesPatch) => {
  const preferences = Preferences.of(ANA);
  preferences.change(patch, false);
  return preferences;
};

describe('changing preferences', () => {
  it('merges into defaults, and tells all of them', async () => {
    const { result } = await given()
      .when(update(dark), by(ANA))
      .then([like(PreferencesChanged, { userId: ANA, version: 1 })]);
    expect(result).toMatchObject({
      appearance: { theme: 'dark', density: 'comfortable' },
      sendKey: 'enter',
      version: 1,
    });
  });

  it('keeps what is not named, and takes entries away with null', async () => {
    const before = chosen({ ...dark, lastModels: { claude: 'a', codex: 'b' } });
    const patch = { appearance: { density: 'compact' as const }, lastModels: { claude: null } };
    const { result } = await given(before)
      .when(update(patch), by(ANA))
      .then([like(PreferencesChanged)]);
    expect(result).toMatchObject({
      appearance: { theme: 'dark', density: 'compact' },
      lastModels: { codex: 'b' },
      version: 2,
    });
  });

  it('refuses another version than the one that was read', async () => {
    await given(chosen(dark)).when(update(dark, 7), by(ANA)).thenRejected('version.conflict');
    await given(chosen(dark))
      .when(update(dark, 1), by(ANA))
      .then([like(PreferencesChanged)]);
  });

  it('refuses more than 16 KiB', () => {
    const listViews = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [String(index + 1), { filter: 'x'.repeat(500), sort: 'updated' }]),
    );
    return given().when(update({ listViews }), by(ANA)).thenRejected('preferences.too_large');
  });

  it('puts an address into commits only when GitHub verified it', async () => {
    const patch = { commitEmail: 'primary' as const };
    await given().answering([]).when(update(patch), by(ANA)).thenRejected('email.unverified');
    await given()
      .answering([{}])
      .when(update(patch), by(ANA))
      .then([like(PreferencesChanged)]);
  });

  it('is for the person alone, and not for tokens', async () => {
    await given().when(update(dark), by(BEN)).thenRejected('resource.not_found');
    await given().when(update(dark), by(ANA, 'api_token')).thenRejected('token.scope_missing');
  });
});
