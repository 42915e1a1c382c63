import { Module } from '@nestjs/common';
import { EraseUploadsHandler } from './commands/erase-uploads.handler.js';
import { GIT_REPORT_HANDLERS } from './commands/git-report.handlers.js';
import { AGENT_HANDLERS } from './commands/agent.handlers.js';
import { InitializeTaskHandler } from './commands/initialize-task.handler.js';
import { Surroundings } from './commands/load-task.js';
import { MESSAGE_HANDLERS } from './commands/message.handlers.js';
import { OPERATION_HANDLERS } from './commands/operation.handlers.js';
import { REPORT_HANDLERS } from './commands/report.handlers.js';
import { SESSION_HANDLERS } from './commands/session.handlers.js';
import { TASK_HANDLERS } from './commands/task.handlers.js';
import { ConfiguredSurroundings } from './configured-surroundings.js';
import { GITHUB_REACTIONS } from './reactions/github-reactions.js';
import { PEOPLE_REACTIONS } from './reactions/people-reactions.js';
import { SANDBOX_REACTIONS } from './reactions/sandbox-reactions.js';
import { FRAMES } from './realtime/task-frames.js';

/** Everything of this module that a worker decides: commands, reactions and frames. What agents do is not in it. */
@Module({
  providers: [
    InitializeTaskHandler,
    EraseUploadsHandler,
    ...MESSAGE_HANDLERS,
    ...SESSION_HANDLERS,
    ...TASK_HANDLERS,
    ...REPORT_HANDLERS,
    ...OPERATION_HANDLERS,
    ...GIT_REPORT_HANDLERS,
    ...AGENT_HANDLERS,
    ...SANDBOX_REACTIONS,
    ...PEOPLE_REACTIONS,
    ...GITHUB_REACTIONS,
    ...FRAMES,
    { provide: Surroundings, useFactory: () => ConfiguredSurroundings.from(process.env) },
  ],
})
export class TaskDecisionsModule {}
