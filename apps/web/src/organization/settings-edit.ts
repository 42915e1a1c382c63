import type { Settings } from '@foundry/organization/contracts';

/** What somebody changed and did not save yet. `seen`: the settings as they were when each change began. */
export interface SettingsEdit {
  readonly patch: Partial<Settings>;
  readonly seen: Partial<Settings>;
}

export const NO_EDIT: SettingsEdit = Object.freeze({ patch: Object.freeze({}), seen: Object.freeze({}) });

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const without = (settings: Partial<Settings>, left: keyof Settings): Partial<Settings> =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => key !== left));

/** Takes one change in. Changed back to what is stored, it is no change any more. */
export function edited<K extends keyof Settings>(
  { patch, seen }: SettingsEdit,
  stored: Settings,
  key: K,
  value: Settings[K],
): SettingsEdit {
  if (same(value, stored[key])) return { patch: without(patch, key), seen: without(seen, key) };
  return { patch: { ...patch, [key]: value }, seen: { ...seen, [key]: key in seen ? seen[key] : stored[key] } };
}

/** What is changed here and was changed by somebody else since, so that both have to be shown. */
export const conflictsOf = ({ patch, seen }: SettingsEdit, stored: Settings): (keyof Settings)[] => {
  const isKey = (key: string): key is keyof Settings => key in stored;
  return Object.keys(patch)
    .filter(isKey)
    .filter((key) => !same(seen[key], stored[key]) && !same(patch[key], stored[key]));
};
