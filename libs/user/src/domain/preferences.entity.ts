import { VersionConflict } from '@foundry/messaging';
import type { Id64 } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DEFAULT_PREFERENCES, MAX_PREFERENCES, type PreferencesPatch, PreferencesView } from '../contracts/index.js';
import { EmailUnverified, PreferencesTooLarge } from './rejections.js';

type Chosen = PreferencesPatch;

const withoutNull = <T>(record: Record<string, T | null>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));

/** What one person chose; everything else has its default, so that a default may change for all. */
@Entity({ schema: 'user', name: 'preferences' })
export class Preferences {
  @PrimaryColumn('bigint', { name: 'user_id' }) userId!: Id64;
  @Column('jsonb') private data!: Chosen;
  @Column('integer') private version!: number;

  static of(userId: Id64): Preferences {
    const preferences = new Preferences();
    preferences.userId = userId;
    preferences.data = {};
    preferences.version = 0;
    return preferences;
  }

  mustBeAt(expected: number | null): void {
    if (expected !== null && expected !== this.version) throw new VersionConflict(this.version);
  }

  /** `hasVerifiedEmail`: without one, commits cannot carry it. */
  change(patch: PreferencesPatch, hasVerifiedEmail: boolean): void {
    if (patch.commitEmail === 'primary' && !hasVerifiedEmail) throw new EmailUnverified();
    const { data } = this;
    const merged: Chosen = {
      ...data,
      ...patch,
      appearance: { ...data.appearance, ...patch.appearance },
      notifications: { ...data.notifications, ...patch.notifications },
      lastModels: withoutNull({ ...data.lastModels, ...patch.lastModels }),
      listViews: withoutNull({ ...data.listViews, ...patch.listViews }),
    };
    if (Buffer.byteLength(JSON.stringify(merged)) > MAX_PREFERENCES) throw new PreferencesTooLarge();
    this.data = merged;
    this.version += 1;
  }

  view(): PreferencesView {
    return preferencesView(this.data, this.version);
  }
}

/** Choices over defaults. */
export function preferencesView(chosen: PreferencesPatch, version: number): PreferencesView {
  const all = DEFAULT_PREFERENCES;
  return PreferencesView.parse({
    ...all,
    ...chosen,
    appearance: { ...all.appearance, ...chosen.appearance },
    notifications: { ...all.notifications, ...chosen.notifications },
    lastModels: withoutNull({ ...chosen.lastModels }),
    listViews: withoutNull({ ...chosen.listViews }),
    version,
  });
}
