import type { ShownKind, ShownStatus } from '@foundry/organization/contracts';
import {
  Archive,
  Circle,
  CircleAlert,
  CircleCheck,
  CircleX,
  Clock,
  GitMerge,
  GitPullRequest,
  GitPullRequestClosed,
  GitPullRequestDraft,
  Hand,
  Hourglass,
  Loader,
  type LucideIcon,
  MessageSquareWarning,
} from 'lucide-react';

const ICONS: Readonly<Record<ShownKind, readonly [LucideIcon, string]>> = {
  archived: [Archive, 'text-text-3'],
  needs_you: [Hand, 'text-warning'],
  failed: [CircleAlert, 'text-danger'],
  working: [Loader, 'text-accent animate-spin'],
  starting: [Hourglass, 'text-accent'],
  archiving: [Hourglass, 'text-accent'],
  deleting: [Hourglass, 'text-accent'],
  queued: [Clock, 'text-text-2'],
  merged: [GitMerge, 'text-merged'],
  closed: [GitPullRequestClosed, 'text-danger'],
  checks_failing: [CircleX, 'text-danger'],
  changes_requested: [MessageSquareWarning, 'text-warning'],
  approved: [CircleCheck, 'text-owner'],
  draft: [GitPullRequestDraft, 'text-text-2'],
  open: [GitPullRequest, 'text-text-2'],
  idle: [Circle, 'text-text-3'],
};

/** The status as a picture with its words; a dashed ring says that nobody started the task. */
export function StatusIcon({ status: { kind, label, virtual } }: { status: ShownStatus }) {
  const [Icon, look] = ICONS[kind];
  const ring = virtual ? 'rounded-full outline-1 outline-dashed outline-control outline-offset-1' : '';
  return (
    <span title={label} className={`inline-grid size-4 shrink-0 place-items-center ${ring}`}>
      <Icon aria-hidden="true" className={look} size={virtual ? 12 : 16} strokeWidth={1.75} />
      <span className="sr-only">{label}</span>
    </span>
  );
}
