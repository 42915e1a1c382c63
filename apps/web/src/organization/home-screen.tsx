import { getRouteApi } from '@tanstack/react-router';
import { useOrganization } from '../live/live-context.js';
import { Page } from '../ui/page.js';
import { Onboarding } from './onboarding.js';

const route = getRouteApi('/signed-in/o/$organizationId');

/** The workspace without a task: first steps while there are some, else a hint. */
export function HomeScreen() {
  const { organizationId } = route.useParams();
  const { state } = useOrganization(organizationId);
  if (!state) return null;
  const { organization, tasks, github } = state;
  const isReady = github?.installation === 'connected' && github.sync === 'synced';
  const name = organization?.displayName ?? 'Organization';
  return (
    <Page title={name} tab={organization?.login ?? name}>
      {github && !isReady && <Onboarding github={github} role={state.role} taskCount={tasks.size} />}
      {isReady && (
        <p className="prose-width text-text-2">
          {tasks.size === 0
            ? 'There is no open pull request in the repositories that Foundry reads. A new one appears here by itself.'
            : 'Pick a task. Every open pull request is one; looking at it starts nothing.'}
        </p>
      )}
    </Page>
  );
}
