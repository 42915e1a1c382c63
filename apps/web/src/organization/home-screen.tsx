import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useApp, useOrganization } from '../live/live-context.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Page } from '../ui/page.js';
import { Onboarding } from './onboarding.js';
import { areAllDone, useFirstSteps } from './use-first-steps.js';

const route = getRouteApi('/signed-in/o/$organizationId');

/** The workspace without a task: first steps while there are some, and a hint. */
export function HomeScreen() {
  const { organizationId } = route.useParams();
  const { state } = useOrganization(organizationId);
  const { preferences } = useApp();
  const steps = useFirstSteps(organizationId);
  const hide = useMutation({
    mutationFn: (onboardingHidden: boolean) => done(api.PATCH('/v1/me/preferences', { body: { onboardingHidden } })),
  });
  const tasks = state?.tasks;
  const waiting = useMemo(
    () =>
      [...(tasks?.values() ?? [])]
        .filter(({ virtual, archivedAt }) => virtual && archivedAt === null)
        .sort((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt)),
    [tasks],
  );
  if (!state) return null;
  const { organization, github } = state;
  const isHidden = hide.isPending ? hide.variables : (preferences?.onboardingHidden ?? true);
  const isOpen = steps !== null && !areAllDone(steps);
  const name = organization?.displayName ?? 'Organization';
  return (
    <Page title={name} tab={organization?.login ?? name}>
      {isOpen && github && !isHidden && (
        <Onboarding
          github={github}
          role={state.role}
          steps={steps}
          waiting={waiting}
          onHide={() => {
            hide.mutate(true);
          }}
        />
      )}
      {steps?.install && steps.sync && (
        <p className="prose-width text-text-2">
          {state.tasks.size === 0
            ? 'There is no open pull request in the repositories that Foundry reads. A new one appears here by itself.'
            : 'Pick a task. Every open pull request is one; looking at it starts nothing.'}
        </p>
      )}
      {isOpen && preferences !== null && isHidden && (
        <p>
          <Button
            onClick={() => {
              hide.mutate(false);
            }}
          >
            Show the first steps
          </Button>
        </p>
      )}
      {hide.isError && <ErrorNotice error={hide.error} what="It stays as it was." />}
    </Page>
  );
}
