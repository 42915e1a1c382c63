import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useApp } from '../live/live-context.js';
import { keptListView, listViewOf, storedListView, storeListView } from './list-view.js';
import type { ListView } from './task-rows.js';

/** How this person looks at the list of an organization, kept with the account. */
export function useListView(organizationId: string): readonly [ListView, (view: ListView) => void] {
  const { preferences } = useApp();
  const [chosen, setChosen] = useState<ListView | null>(null);
  const [stored] = useState(storedListView);
  const save = useMutation({
    mutationFn: (view: ListView) =>
      done(api.PATCH('/v1/me/preferences', { body: { listViews: { [organizationId]: keptListView(view) } } })),
  });
  const change = (view: ListView): void => {
    setChosen(view);
    storeListView(view);
    save.mutate(view);
  };
  return [chosen ?? listViewOf(preferences?.listViews[organizationId]) ?? stored, change];
}
