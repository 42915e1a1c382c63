import { ClearDraftHandler } from './clear-draft.handler.js';
import { ForgetOrganizationHandler } from './forget-organization.handler.js';
import { ForgetSessionHandler } from './forget-session.handler.js';
import { ForgetTaskHandler } from './forget-task.handler.js';
import { MarkUnreadHandler } from './mark-unread.handler.js';
import { MarkViewedHandler } from './mark-viewed.handler.js';
import { OpenTaskHandler } from './open-task.handler.js';
import { PinTaskHandler } from './pin-task.handler.js';
import { PruneInboxHandler } from './prune-inbox.handler.js';
import { RecordAttentionHandler } from './record-attention.handler.js';
import { RecordParticipationHandler } from './record-participation.handler.js';
import { ResolveAttentionHandler } from './resolve-attention.handler.js';
import { SaveDraftHandler } from './save-draft.handler.js';
import { SetInboxDoneHandler } from './set-inbox-done.handler.js';

/** Handlers of what only one person sees. */
export const STATE_HANDLERS = [
  OpenTaskHandler,
  PinTaskHandler,
  MarkViewedHandler,
  MarkUnreadHandler,
  SetInboxDoneHandler,
  SaveDraftHandler,
  ClearDraftHandler,
  RecordParticipationHandler,
  RecordAttentionHandler,
  ResolveAttentionHandler,
  ForgetSessionHandler,
  ForgetTaskHandler,
  ForgetOrganizationHandler,
  PruneInboxHandler,
];
