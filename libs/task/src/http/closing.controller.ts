import { randomUUID } from 'node:crypto';
import { Allow, Answer, As, Asked, BodyOf, Commands, PathOf, Refusal, Route } from '@foundry/messaging';
import { Uuid } from '@foundry/messaging/contracts';
import { Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { ArchiveTask, KillTask, OperationView, TaskView, UnarchiveTask } from '../contracts/index.js';
import { TaskRows } from '../queries/task-rows.js';
import { TaskPath } from './paths.js';
import {
  branchNotMadeHere,
  notOpen,
  onActing,
  operationIdTaken,
  operationRunning,
  taskKilled,
  taskVirtual,
  unpushedWork,
} from './problems.js';
import { type Acting, TaskRights } from './task-rights.js';

const operationId = Uuid.meta({ description: 'Id of the operation, minted by the sender.' });
const ID = '0190c6a0-0000-7000-8000-000000000001';

const ArchiveBody = z
  .strictObject({
    operationId,
    force: z.boolean().default(false).meta({ description: 'Also when its work cannot be saved: it is lost then.' }),
  })
  .meta({ id: 'TaskArchiving', description: 'How to put a task away.', examples: [{ operationId: ID, force: false }] });
type ArchiveBody = z.infer<typeof ArchiveBody>;

const KillBody = z
  .strictObject({
    operationId,
    discardWork: z.boolean().default(false).meta({ description: 'Gives up work that GitHub does not have.' }),
    deleteBranch: z
      .boolean()
      .default(false)
      .meta({ description: 'Deletes the branch at GitHub too, if the work on the task brought it there.' }),
  })
  .meta({
    id: 'TaskKilling',
    description: 'How to end a task.',
    examples: [{ operationId: ID, discardWork: true, deleteBranch: false }],
  });
type KillBody = z.infer<typeof KillBody>;

/** Putting tasks away, bringing them back, ending them. */
@Controller('v1/tasks/:taskId')
export class ClosingController {
  constructor(
    private readonly commands: Commands,
    private readonly rights: TaskRights,
    private readonly rows: TaskRows,
  ) {}

  @Post('archive')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'archiveUsedTask',
    tag: 'task',
    summary: 'Archive a task that was used',
    description:
      'Stops its turns, cancels what waits, saves the work and ends the machine. The operation is in the topic of the ' +
      'task. `archiveTask` archives tasks that nobody used yet as well.',
    answers: { 200: OperationView },
    problems: [...onActing, ...notOpen, taskVirtual, operationRunning, operationIdTaken],
    command: ArchiveTask,
  })
  async archive(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(ArchiveBody) { operationId, force }: ArchiveBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const { organizationId } = await this.used(asked, taskId);
    const payload = { organizationId, taskId, operationId, reason: 'user' as const, number: null, force };
    return this.commands.execute(asked, ArchiveTask, payload, { pending: { operationId } });
  }

  @Post('unarchive')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'unarchiveTask',
    tag: 'task',
    summary: 'Open an archived task again',
    description: 'Without a machine: the next act brings one, with the work that was saved.',
    answers: { 200: TaskView },
    problems: [...onActing, ...notOpen, taskVirtual],
    command: UnarchiveTask,
  })
  async unarchive(@PathOf(TaskPath) { taskId }: TaskPath, @As() asked: Asked): Promise<Answer> {
    const { organizationId } = await this.used(asked, taskId);
    return this.commands.execute(asked, UnarchiveTask, { organizationId, taskId, operationId: randomUUID() });
  }

  @Post('kill')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'killTask',
    tag: 'task',
    summary: 'End a task for good',
    description:
      'Ends its machine and frees its branch; nothing is saved. Refused while it has work that GitHub does not have, ' +
      'unless `discardWork` gives that up. With `deleteBranch` the branch that the task brought to GitHub goes as well, ' +
      'unless somebody else pushed to it: then the operation says so, and the task ends all the same. Its transcripts ' +
      'stay readable for 30 days.',
    answers: { 200: OperationView },
    problems: [
      ...onActing,
      ...notOpen,
      taskKilled,
      taskVirtual,
      unpushedWork,
      branchNotMadeHere,
      operationRunning,
      operationIdTaken,
    ],
    command: KillTask,
  })
  async kill(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(KillBody) { operationId, discardWork, deleteBranch }: KillBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const acting = await this.used(asked, taskId);
    const payload = { ...acting, operationId, discardWork, deleteBranch };
    return this.commands.execute(asked, KillTask, payload, { pending: { operationId } });
  }

  /** Putting away what nobody used is the list's business. */
  private async used(asked: Asked, taskId: string): Promise<Acting> {
    const acting = await this.rights.acting(asked, taskId);
    if ((await this.rows.lifecycle(taskId)) !== null) return acting;
    throw new Refusal(taskVirtual.code, 'Nobody used this task yet; archive it in the list of tasks.', {}, {}, 409);
  }
}
