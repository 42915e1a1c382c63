import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useOrganization } from '../live/live-context.js';
import { AskAdmin } from '../organization/ask-admin.js';
import { appQuery } from '../user/app-query.js';
import { BackToTasks } from '../ui/back-to-tasks.js';
import { Page } from '../ui/page.js';
import { Activity, type ActivitySearch } from './activity.js';
import { DeadLetters } from './dead-letters.js';
import { EffectsView } from './effects-view.js';
import { EntityChoice } from './entity-choice.js';
import { SystemView } from './system-view.js';

const route = getRouteApi('/signed-in/o/$organizationId/inspector');

const VIEWS = [
  { view: 'activity', name: 'Activity', isForAdmins: false },
  { view: 'effects', name: 'Effects', isForAdmins: true },
  { view: 'dead-letters', name: 'Dead letters', isForAdmins: true },
  { view: 'system', name: 'System', isForAdmins: false },
] as const;

/** Why is it waiting? What every entity does, live. */
export function InspectorScreen() {
  const { organizationId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { state } = useOrganization(organizationId);
  const { view = 'activity', module = 'organization', entity = organizationId } = search;
  const isOperator = useQuery(appQuery).data?.operator === true;
  const isAdmin = state?.role === 'owner' || state?.role === 'admin';
  const change = (patch: ActivitySearch & { module?: string; entity?: string }): void => {
    void navigate({ search: (held) => ({ ...held, ...patch }), replace: true });
  };
  const isForAdmins = VIEWS.some((one) => one.view === view && one.isForAdmins);
  return (
    <>
      <BackToTasks organizationId={organizationId} />
      <Page title="Inspector" tab={`Inspector · ${state?.organization?.login ?? 'organization'}`} isWide>
        <nav aria-label="Views of the inspector" className="flex flex-wrap gap-1 border-b border-line pb-2">
          {VIEWS.filter((one) => one.view !== 'system' || isOperator).map((one) => (
            <Link
              key={one.view}
              to="/o/$organizationId/inspector"
              params={{ organizationId }}
              search={one.view === 'activity' ? {} : { view: one.view }}
              activeOptions={{ exact: true }}
              aria-current={one.view === view ? 'page' : undefined}
              className="rounded-button px-2 py-1.5 text-text-2 hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:text-text"
            >
              {one.name}
            </Link>
          ))}
        </nav>
        {isForAdmins && !isAdmin ? (
          <AskAdmin organizationId={organizationId} what="Owners and admins can see this." />
        ) : (
          <>
            {view === 'activity' && (
              <>
                <EntityChoice
                  organizationId={organizationId}
                  module={module}
                  entityId={entity}
                  onChoose={(chosen) => {
                    change({ ...chosen, command: undefined });
                  }}
                />
                <Activity
                  key={`${module} ${entity}`}
                  organizationId={organizationId}
                  module={module}
                  entityId={entity}
                  search={search}
                  onSearch={change}
                />
              </>
            )}
            {view === 'effects' && (
              <EffectsView
                organizationId={organizationId}
                state={search.state}
                onState={(next) => {
                  void navigate({ search: { view, state: next }, replace: true });
                }}
              />
            )}
            {view === 'dead-letters' && (
              <DeadLetters
                organizationId={organizationId}
                state={search.state}
                onState={(next) => {
                  void navigate({ search: { view, state: next }, replace: true });
                }}
              />
            )}
            {view === 'system' && <SystemView />}
          </>
        )}
      </Page>
    </>
  );
}
