import { createHash } from 'node:crypto';
import type { ReportedSummary } from '@foundry/organization/contracts';
import type { WholeTask } from './whole-task.js';

const MAX_SESSIONS = 50;

/** The row of the task in every list of its organization. */
export function summaryOf(whole: WholeTask): ReportedSummary {
  const { task, owner, sessions } = whole;
  const work = whole.unsavedWork();
  const read = whole.changes?.readAt ? whole.changes : null;
  return {
    title: task.title,
    titleSource: task.titleSource,
    status: task.status,
    statusReason: task.statusReason,
    archivedAt: task.archivedAt?.toISOString() ?? null,
    archiveReason: task.archivedAt === null ? null : task.lifecycleReason,
    owner: owner.person ?? owner.pending,
    sessions: sessions
      .filter(({ state }) => state !== 'closed')
      .slice(0, MAX_SESSIONS)
      .map((session) => ({
        id: session.sessionId,
        name: session.name,
        agent: session.agent,
        model: session.model,
        status: whole.turnOf(session.sessionId) ? 'running' : session.state,
        needsInput: whole.openPermissions().some(({ sessionId }) => sessionId === session.sessionId),
      })),
    filesChanged: read?.files ?? null,
    linesAdded: read?.added ?? null,
    linesRemoved: read?.removed ?? null,
    unpushed: work?.commits ?? null,
    lastActivityAt: task.lastActivityAt.toISOString(),
  };
}

/** The same for the same row, so that nothing is told twice. */
export const hashOf = (summary: ReportedSummary): string =>
  createHash('sha256').update(JSON.stringify(summary)).digest('base64url');
