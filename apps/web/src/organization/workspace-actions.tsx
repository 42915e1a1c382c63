import type { TaskSummary } from '@foundry/organization/contracts';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { OrganizationState } from '../live/organization-topic.js';
import { useAction } from '../palette/use-action.js';
import { useTaskActs } from '../task/use-task-acts.js';
import { useChangeTheme } from '../user/use-change-theme.js';
import { useSignOut } from '../user/use-sign-out.js';

interface WorkspaceActionsProps {
  organizationId: string;
  state: OrganizationState | null;
}

/** What shortcuts and palette can do everywhere in an organization. */
export function WorkspaceActions({ organizationId, state }: WorkspaceActionsProps) {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const changeTheme = useChangeTheme();
  const { taskId } = useParams({ strict: false });
  const task = taskId === undefined ? undefined : state?.tasks.get(taskId);
  const params = { organizationId };
  const isAdmin = state?.role === 'owner' || state?.role === 'admin';
  const isMember = state !== null && state.role !== 'viewer';
  useAction('task.new', isMember ? () => void navigate({ to: '/o/$organizationId/new', params }) : null);
  useAction('go.tasks', () => void navigate({ to: '/o/$organizationId', params }));
  useAction('go.inbox', () => void navigate({ to: '/o/$organizationId/inbox', params }));
  useAction('go.inspector', () => void navigate({ to: '/o/$organizationId/inspector', params }));
  useAction('go.settings', () => void navigate({ to: '/o/$organizationId/settings/general', params }));
  useAction('go.github', () => void navigate({ to: '/o/$organizationId/settings/github', params }));
  useAction('go.members', () => void navigate({ to: '/o/$organizationId/settings/members', params }));
  useAction('go.agents', () => void navigate({ to: '/o/$organizationId/settings/agents', params }));
  useAction('go.sandboxes', () => void navigate({ to: '/o/$organizationId/settings/sandboxes', params }));
  useAction('go.audit', isAdmin ? () => void navigate({ to: '/o/$organizationId/audit', params }) : null);
  useAction('go.account', () => void navigate({ to: '/account/profile' }));
  useAction('go.appearance', () => void navigate({ to: '/account/appearance' }));
  useAction('go.notifications', () => void navigate({ to: '/account/notifications' }));
  useAction('go.tokens', () => void navigate({ to: '/account/tokens' }));
  useAction('theme.change', changeTheme);
  useAction('account.signOut', () => {
    signOut.mutate();
  });
  return task ? <TaskActions task={task} mayAct={isMember} /> : null;
}

function TaskActions({ task, mayAct }: { task: TaskSummary; mayAct: boolean }) {
  const navigate = useNavigate();
  const acts = useTaskActs(task);
  const params = { organizationId: task.organizationId, taskId: task.id };
  useAction('task.pin', acts.pin);
  useAction('task.unread', acts.markUnread);
  useAction('task.archive', mayAct ? acts.archive : null);
  useAction('task.pullRequest', acts.openPullRequest);
  useAction('task.copyLink', acts.copyLink);
  useAction('task.copyBranch', acts.copyBranch);
  useAction('task.history', () => void navigate({ to: '/o/$organizationId/tasks/$taskId/history', params }));
  return null;
}
