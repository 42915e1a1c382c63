import { newTaskScope } from '@foundry/user/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { repositoriesQuery } from '../github-data/repository-field.js';
import { recentRepositories } from '../github-data/recent-repositories.js';
import { useApp, useOrganization } from '../live/live-context.js';
import { AskAdmin } from '../organization/ask-admin.js';
import { BackToTasks } from '../ui/back-to-tasks.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { fieldsOf } from './new-task-draft.js';
import { type NewTaskFields, NO_FIELDS } from './new-task-fields.js';
import { NewTaskForm } from './new-task-form.js';

const route = getRouteApi('/signed-in/o/$organizationId/new');

/** Where a task begins. What the address names is filled in, and never sent by itself. */
export function NewTaskScreen() {
  const { organizationId } = route.useParams();
  const { repo, branch, prompt, agent } = route.useSearch();
  const { state } = useOrganization(organizationId);
  const { preferences, drafts } = useApp();
  const named = useQuery({ ...repositoriesQuery(organizationId, nameOf(repo)), enabled: repo !== undefined });
  const [touchedAt, setTouchedAt] = useState<number | null>(null);
  const title = `New task · ${state?.organization?.login ?? 'organization'}`;
  const isReady = preferences !== null && (repo === undefined || !named.isPending);
  const draft = drafts.get(newTaskScope(organizationId));
  const first = (): NewTaskFields => {
    const kept = draft?.messageId ? fieldsOf(draft) : NO_FIELDS;
    const found = named.data?.items.find(({ fullName, repositoryId }) => fullName === repo || repositoryId === repo);
    const repository = found
      ? { id: found.repositoryId, name: found.fullName, defaultBranch: found.defaultBranch }
      : (kept.repository ?? recentRepositories(organizationId)[0] ?? null);
    return {
      ...kept,
      repository,
      ...(branch === undefined ? {} : { workOn: 'existing' as const, existing: branch }),
      ...(prompt === undefined ? {} : { prompt }),
      ...(agent === undefined ? {} : { agent }),
    };
  };
  return (
    <>
      <BackToTasks organizationId={organizationId} />
      <Page title="New task" tab={title}>
        {state?.role === 'viewer' ? (
          <AskAdmin organizationId={organizationId} what="You may look. Members can begin tasks." />
        ) : isReady ? (
          <NewTaskForm
            // Untouched, it shows what another page writes; touched, it keeps what is written here.
            key={`${organizationId} ${repo ?? ''} ${branch ?? ''} ${prompt ?? ''} ${touchedAt ?? draft?.version ?? 0}`}
            organizationId={organizationId}
            first={first()}
            draft={draft ?? null}
            onTouched={() => {
              setTouchedAt((at) => at ?? draft?.version ?? 0);
            }}
          />
        ) : (
          <Skeleton rows={4} label="Reading your draft" />
        )}
      </Page>
    </>
  );
}

/** What a search of the server finds a repository by. */
const nameOf = (repo = ''): string => repo.slice(repo.indexOf('/') + 1).slice(0, 100);
