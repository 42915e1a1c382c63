import { Module } from '@nestjs/common';
import { InitializeTaskHandler } from './commands/initialize-task.handler.js';
import { RepositoryPlaces } from './commands/load-task.js';
import { MESSAGE_HANDLERS } from './commands/message.handlers.js';
import { REPORT_HANDLERS } from './commands/report.handlers.js';
import { SESSION_HANDLERS } from './commands/session.handlers.js';
import { TASK_HANDLERS } from './commands/task.handlers.js';
import { ConfiguredPlaces } from './configured-places.js';
import { PEOPLE_REACTIONS } from './reactions/people-reactions.js';
import { SANDBOX_REACTIONS } from './reactions/sandbox-reactions.js';
import { FRAMES } from './realtime/task-frames.js';

/** Everything of this module that a worker decides: commands, reactions and frames. What agents do is not in it. */
@Module({
  providers: [
    InitializeTaskHandler,
    ...MESSAGE_HANDLERS,
    ...SESSION_HANDLERS,
    ...TASK_HANDLERS,
    ...REPORT_HANDLERS,
    ...SANDBOX_REACTIONS,
    ...PEOPLE_REACTIONS,
    ...FRAMES,
    { provide: RepositoryPlaces, useFactory: () => ConfiguredPlaces.from(process.env) },
  ],
})
export class TaskDecisionsModule {}
