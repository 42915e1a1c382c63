import { type Settings, SettingsView } from '@foundry/organization/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../api/api-error.js';
import { api } from '../api/client.js';
import { settled } from '../api/settled.js';
import { useLive, useOrganization } from '../live/live-context.js';
import { conflictsOf, edited, NO_EDIT, type SettingsEdit } from './settings-edit.js';

/** What is not saved yet stays while somebody looks at another page. */
const kept = new Map<string, SettingsEdit>();

/** A part of the settings of an organization as a form: live, never written over what somebody else changed unseen. */
export function useSettingsForm(organizationId: string, part: string) {
  const key = `${organizationId} ${part}`;
  const topic = useLive().organization(organizationId);
  const { state } = useOrganization(organizationId);
  const [edit, setEdit] = useState(() => kept.get(key) ?? NO_EDIT);
  const view = state?.settings ?? null;
  const keep = (next: SettingsEdit): void => {
    setEdit(next);
    if (Object.keys(next.patch).length === 0) kept.delete(key);
    else kept.set(key, next);
  };
  const save = useMutation({
    mutationFn: ({ patch, version }: { patch: Partial<Settings>; version: number }) =>
      settled(
        api.PATCH('/v1/organizations/{organizationId}/settings', {
          params: { path: { organizationId }, header: { 'If-Match': `"${version}"` } },
          body: patch,
        }),
        SettingsView,
      ),
    onSuccess: (settings) => {
      topic.merge((held) => (held.settings && held.settings.version > settings.version ? held : { ...held, settings }));
      keep(NO_EDIT);
    },
  });
  const isAdmin = state?.role === 'owner' || state?.role === 'admin';
  return {
    /** Null until the first snapshot. */
    settings: view ? { ...view.settings, ...edit.patch } : null,
    stored: view?.settings ?? null,
    isAdmin,
    isDirty: Object.keys(edit.patch).length > 0,
    conflicts: view ? conflictsOf(edit, view.settings) : [],
    set: <K extends keyof Settings>(name: K, value: Settings[K]): void => {
      save.reset();
      if (view) keep(edited(edit, view.settings, name, value));
    },
    takeTheirs: (name: keyof Settings): void => {
      if (view) keep(edited(edit, view.settings, name, view.settings[name]));
    },
    discard: (): void => {
      save.reset();
      keep(NO_EDIT);
    },
    submit: (): void => {
      if (view && !save.isPending) save.mutate({ patch: edit.patch, version: view.version });
    },
    save,
    /** Why the server did not take a field. */
    errorOf: (name: keyof Settings): string | null => {
      const errors = save.error instanceof ApiError ? (save.error.problem?.errors ?? []) : [];
      const found = errors.find(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
      return found ? `This ${found.detail}.` : null;
    },
  };
}

export type SettingsForm = ReturnType<typeof useSettingsForm>;
