import { Module } from '@nestjs/common';
import { RepositoryFiles } from './files/repository-files.js';
import { AcceptableMessages } from './http/acceptable-messages.js';
import { ActivityController } from './http/activity.controller.js';
import { ChangesController } from './http/changes.controller.js';
import { ClosingController } from './http/closing.controller.js';
import { FilesController } from './http/files.controller.js';
import { MessagesController } from './http/messages.controller.js';
import { NextOwners } from './http/next-owners.js';
import { OperationsController } from './http/operations.controller.js';
import { PermissionsController } from './http/permissions.controller.js';
import { SessionsController } from './http/sessions.controller.js';
import { TaskPlaces } from './http/task-places.js';
import { TaskRights } from './http/task-rights.js';
import { TasksController } from './http/tasks.controller.js';
import { TranscriptsController } from './http/transcripts.controller.js';
import { UploadsController } from './http/uploads.controller.js';
import { manifest } from './manifest.js';
import { ChangeRows } from './queries/change-rows.js';
import { OperationRows } from './queries/operation-rows.js';
import { PermissionRows } from './queries/permission-rows.js';
import { TaskDetails } from './queries/task-details.js';
import { TaskRows } from './queries/task-rows.js';
import { TranscriptFinder } from './queries/transcript-finder.js';
import { TranscriptRows } from './queries/transcript-rows.js';
import { SessionTopic, TaskTopic } from './realtime/task.topics.js';
import { TaskSessionViewers, TaskViewers, WatchedMachines } from './realtime/viewers.js';
import { ImageUploads } from './uploads/image-uploads.js';

/** What the API shows of this module: routes, and the topics of tasks and sessions. Needs the API's module of sandboxes. */
@Module({
  controllers: [
    TasksController,
    ActivityController,
    ClosingController,
    OperationsController,
    SessionsController,
    MessagesController,
    PermissionsController,
    TranscriptsController,
    ChangesController,
    FilesController,
    UploadsController,
  ],
  providers: [
    TaskRights,
    TaskPlaces,
    NextOwners,
    AcceptableMessages,
    RepositoryFiles,
    ImageUploads,
    TaskRows,
    TaskDetails,
    OperationRows,
    ChangeRows,
    PermissionRows,
    TranscriptRows,
    TranscriptFinder,
    TaskTopic,
    SessionTopic,
    WatchedMachines,
    TaskViewers,
    TaskSessionViewers,
  ],
})
export class TaskApiModule {
  static readonly manifest = manifest;
}
