import { isDeepStrictEqual } from 'node:util';
import { Invalid } from '@foundry/messaging';
import {
  DEFAULT_SETTINGS,
  type MemberRole,
  type SandboxProvider,
  Settings,
  type SettingsPatch,
} from '../contracts/index.js';
import { LocalNeedsOwner, ProviderUnknown } from './rejections.js';

/** What this instance can run sandboxes on. */
export interface ProvidersOffered {
  readonly providers: readonly SandboxProvider[];
}

export interface SettingsChange {
  /** The keys that have another value now. */
  keys: string[];
  before: Settings;
  after: Settings;
}

/** Rows keep what was set; a key that is newer than the row has its default. */
export const storedSettings = (stored: Partial<Settings>): Settings =>
  Settings.parse({ ...DEFAULT_SETTINGS, ...stored });

/** Merges `patch` and validates the whole. Null: every value is as before. */
export function changeSettings(
  present: Settings,
  patch: SettingsPatch,
  by: MemberRole,
  offered: ProvidersOffered,
): SettingsChange | null {
  const after = whole({ ...present, ...patch, budgets: { ...present.budgets, ...patch.budgets } });
  const added = after.sandboxProviders.filter((provider) => !present.sandboxProviders.includes(provider));
  const unknown = added.find((provider) => !offered.providers.includes(provider));
  if (unknown !== undefined) throw new ProviderUnknown(unknown);
  if (added.includes('local') && by !== 'owner') throw new LocalNeedsOwner();

  const keys = Settings.keyof().options.filter((key) => !isDeepStrictEqual(present[key], after[key]));
  if (keys.length === 0) return null;
  return { keys, before: present, after };
}

export const only = (settings: Settings, keys: readonly string[]): Partial<Settings> =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => keys.includes(key)));

function whole(candidate: unknown): Settings {
  const parsed = Settings.safeParse(candidate);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    pointer: `/${path.map(String).join('/')}`,
    code: 'request.invalid',
    detail: message,
  }));
  throw new Invalid('These settings do not fit together.', errors);
}
