import type { Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import {
  NoteCheckpoint,
  NoteOperation,
  NotePullRequest,
  NotePush,
  RecordChanges,
  RecordOperationFailed,
  RecordPushed,
  RecordReverted,
  RecordSynced,
} from '../contracts/index.js';
import {
  noteCheckpoint,
  recordOperationFailed,
  recordPushed,
  recordReverted,
  recordSynced,
} from '../domain/git-reports.js';
import { notePullRequest, notePush } from '../domain/github-news.js';
import { noteGithubAnswer } from '../domain/github-step.js';
import { recordChanges } from '../domain/read-changes.js';
import { TaskHandler } from './act.js';

@CommandHandler(RecordChanges)
export class RecordChangesHandler extends TaskHandler<RecordChanges> {
  handle({ payload }: RecordChanges, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole) => {
      recordChanges(whole, payload);
    });
  }
}

@CommandHandler(RecordPushed)
export class RecordPushedHandler extends TaskHandler<RecordPushed> {
  handle({ payload }: RecordPushed, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, moment) => {
      recordPushed(whole, payload, moment);
    });
  }
}

@CommandHandler(RecordSynced)
export class RecordSyncedHandler extends TaskHandler<RecordSynced> {
  handle({ payload }: RecordSynced, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, moment) => {
      recordSynced(whole, payload, moment);
    });
  }
}

@CommandHandler(RecordReverted)
export class RecordRevertedHandler extends TaskHandler<RecordReverted> {
  handle({ payload }: RecordReverted, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, moment) => {
      recordReverted(whole, payload, moment);
    });
  }
}

@CommandHandler(RecordOperationFailed)
export class RecordOperationFailedHandler extends TaskHandler<RecordOperationFailed> {
  handle({ payload }: RecordOperationFailed, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, moment) => {
      recordOperationFailed(whole, payload, moment);
    });
  }
}

@CommandHandler(NoteCheckpoint)
export class NoteCheckpointHandler extends TaskHandler<NoteCheckpoint> {
  handle({ payload }: NoteCheckpoint, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, moment) => {
      noteCheckpoint(whole, payload, moment);
    });
  }
}

@CommandHandler(NoteOperation)
export class NoteOperationHandler extends TaskHandler<NoteOperation> {
  handle({ payload }: NoteOperation, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole, moment) => {
      noteGithubAnswer(whole, payload, moment);
    });
  }
}

@CommandHandler(NotePullRequest)
export class NotePullRequestHandler extends TaskHandler<NotePullRequest> {
  handle({ payload }: NotePullRequest, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole) => {
      notePullRequest(whole, payload.pullRequest);
    });
  }
}

@CommandHandler(NotePush)
export class NotePushHandler extends TaskHandler<NotePush> {
  handle({ payload }: NotePush, tx: Tx): Promise<null> {
    return this.noted(tx, payload, (whole) => {
      notePush(whole, payload);
    });
  }
}

export const GIT_REPORT_HANDLERS = [
  RecordChangesHandler,
  RecordPushedHandler,
  RecordSyncedHandler,
  RecordRevertedHandler,
  RecordOperationFailedHandler,
  NoteCheckpointHandler,
  NoteOperationHandler,
  NotePullRequestHandler,
  NotePushHandler,
];
