import { decidedBy, like } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_SETTINGS,
  MemberChanged,
  SettingsChanged,
  type SettingsPatch,
  UpdateSettings,
} from '../contracts/index.js';
import { SandboxOffer } from '../instance/sandbox-offer.js';
import { ACME, aMember, ANA, anAdmin, anOrganization, anOwner, BEN, by, CLEO } from '../testing/people.js';
import { UpdateSettingsHandler } from './update-settings.handler.js';

const given = decidedBy(new UpdateSettingsHandler(new SandboxOffer(['docker', 'local'], [])));
const update = (patch: SettingsPatch, expectedVersion = 2) =>
  new UpdateSettings({ organizationId: ACME, patch, expectedVersion });

describe('changing settings', () => {
  it('merges the patch and tells the whole', async () => {
    const { result } = await given(anOrganization(), anAdmin(BEN))
      .when(update({ idleMinutes: 30, budgets: { perTask: 500 } }), by(BEN))
      .then([like(SettingsChanged, { version: 3 })]);
    expect(result).toEqual({
      organizationId: ACME,
      version: 3,
      settings: { ...DEFAULT_SETTINGS, idleMinutes: 30, budgets: { ...DEFAULT_SETTINGS.budgets, perTask: 500 } },
    });
  });

  it('is one entry with the keys, old and new', () =>
    given(anOrganization(), anAdmin(BEN))
      .when(update({ idleMinutes: 30, autoArchive: 'closed_or_merged' }), by(BEN))
      .thenAudits({ details: { keys: ['idleMinutes'], old: { idleMinutes: 15 }, new: { idleMinutes: 30 } } }));

  it('does nothing when every value is as before', () =>
    given(anOrganization(), anAdmin(BEN))
      .when(update({ idleMinutes: 15 }), by(BEN))
      .thenNothing());

  it('gives members without a granted role the new default', () =>
    given(anOrganization(), anOwner(ANA), aMember(CLEO))
      .answering([{ userId: CLEO }])
      .when(update({ defaultRole: 'viewer' }), by(ANA))
      .then([like(SettingsChanged), like(MemberChanged, { previousRole: 'member', member: { role: 'viewer' } })]));

  it('refuses another version with the present settings', async () => {
    const refusal = await given(anOrganization(), anAdmin(BEN))
      .when(update({ idleMinutes: 30 }, 1), by(BEN))
      .thenRejected('version.conflict');
    expect(refusal.details).toMatchObject({ current: { version: 2, settings: { idleMinutes: 15 } } });
  });

  it('refuses a provider that the instance does not offer', () =>
    given(anOrganization(), anOwner(ANA))
      .when(update({ sandboxProviders: ['e2b'], defaultProvider: 'e2b' }), by(ANA))
      .thenRejected('settings.provider_unknown'));

  it('refuses an admin who adds local, and audits it', async () => {
    const refusal = await given(anOrganization(), anAdmin(BEN))
      .when(update({ sandboxProviders: ['local'], defaultProvider: 'local' }), by(BEN))
      .thenRejected('settings.local_needs_owner');
    expect(refusal.audited).toBe(true);
  });

  it('lets an owner add local, and an admin keep it', async () => {
    await given(anOrganization(), anOwner(ANA))
      .when(update({ sandboxProviders: ['local'], defaultProvider: 'local' }), by(ANA))
      .then([like(SettingsChanged)]);
    const settings = { sandboxProviders: ['local' as const], defaultProvider: 'local' as const };
    await given(anOrganization({ settings }), anAdmin(BEN))
      .when(update({ sandboxProviders: ['docker', 'local'] }), by(BEN))
      .then([like(SettingsChanged)]);
  });

  it('refuses a default provider outside the providers', () =>
    given(anOrganization(), anOwner(ANA))
      .when(update({ defaultProvider: 'docker' }), by(ANA))
      .thenRejected('request.invalid'));

  it('refuses members, audited, and API-wide unknown keys', async () => {
    const refusal = await given(anOrganization(), aMember(CLEO))
      .when(update({ idleMinutes: 30 }), by(CLEO))
      .thenRejected('role.too_low');
    expect(refusal.audited).toBe(true);
    expect(() => UpdateSettings.from({ organizationId: ACME, patch: { colour: 'red' }, expectedVersion: 1 })).toThrow();
  });
});
