import type { TaskSummary } from '@foundry/organization/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOrganization } from '../live/live-context.js';
import { MenuItem, MenuLine } from '../ui/menu.js';
import { MenuPopup } from '../ui/menu-popup.js';
import { useTaskActs } from './use-task-acts.js';

interface TaskMenuProps {
  task: TaskSummary;
  /** Where it opens, and where the focus goes back to. */
  button: HTMLElement;
  onClose: () => void;
}

/** What can be done with one task of the list. Nothing here starts it. */
export function TaskMenu({ task, button, onClose }: TaskMenuProps) {
  const acts = useTaskActs(task);
  const { state } = useOrganization(task.organizationId);
  const params = { organizationId: task.organizationId, taskId: task.id };
  const isArchived = task.archivedAt !== null;
  return (
    <MenuPopup button={button} label={`Actions of ${task.title}`} align="end" onClose={onClose}>
      <Item act={acts.openPullRequest}>Open pull request</Item>
      <Item act={acts.copyLink}>Copy link</Item>
      <Item act={acts.copyBranch}>Copy branch</Item>
      <MenuLine />
      <Item act={acts.pin}>{acts.isPinned ? 'Unpin' : 'Pin'}</Item>
      {acts.isPinned && (
        <>
          <Item act={acts.moveUp}>Move up</Item>
          <Item act={acts.moveDown}>Move down</Item>
        </>
      )}
      <Item act={acts.markUnread}>Mark as unread</Item>
      <MenuLine />
      <MenuItem link={<Link to="/o/$organizationId/tasks/$taskId/history" params={params} />}>History</MenuItem>
      {state?.role !== 'viewer' && <Item act={acts.archive}>{isArchived ? 'Restore' : 'Archive'}</Item>}
    </MenuPopup>
  );
}

/** An act that is not possible with this task is not offered. */
function Item({ act, children }: { act: (() => void) | null; children: ReactNode }) {
  return act && <MenuItem onSelect={act}>{children}</MenuItem>;
}
