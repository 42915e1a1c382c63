import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { ProcessList, type ProcessView, QueueList, type QueueView, ScheduleView } from '../contracts/index.js';
import { Allow } from '../http/access.js';
import type { Answer } from '../http/answer.js';
import { As, Asked } from '../http/asked.js';
import { QueryOf } from '../http/input.js';
import { pageOf, pageQuery, Pages } from '../http/pages.js';
import { Route } from '../http/route.js';
import { ProcessReader } from './process-reader.js';
import { QueueReader } from './queue-reader.js';
import { ScheduleReader, scheduleView } from './schedule-reader.js';
import { shownPage } from './shown-page.js';

export const ScheduleQuery = pageQuery({});
export type ScheduleQuery = z.infer<typeof ScheduleQuery>;

export const SchedulePage = pageOf(ScheduleView).meta({
  id: 'SchedulePage',
  description: 'Schedules, the next one first.',
  examples: [{ items: [], nextCursor: null }],
});

const Place = z.strictObject({ at: z.string(), key: z.string() });

/** How the installation is doing, for operators. */
@Controller('v1/inspector')
@Allow({ operator: true })
export class InstallationController {
  constructor(
    private readonly queues: QueueReader,
    private readonly processes: ProcessReader,
    private readonly schedules: ScheduleReader,
    private readonly pages: Pages,
  ) {}

  @Get('queues')
  @Route({
    operationId: 'listQueues',
    tag: 'messaging',
    summary: 'List queues',
    description:
      'Every partition of every module and the effects of each: how much waits, since when, how much was done in the ' +
      'last minute, which worker holds it and which stands by.',
    answers: { 200: QueueList },
  })
  async listQueues(): Promise<{ items: QueueView[] }> {
    return { items: await this.queues.all() };
  }

  @Get('processes')
  @Route({
    operationId: 'listProcesses',
    tag: 'messaging',
    summary: 'List processes',
    description: 'API and worker processes that were heard of in the last day, the youngest first.',
    answers: { 200: ProcessList },
  })
  async listProcesses(): Promise<{ items: ProcessView[] }> {
    return { items: await this.processes.all() };
  }

  @Get('schedules')
  @Route({
    operationId: 'listSchedules',
    tag: 'messaging',
    summary: 'List schedules',
    description: 'Commands that will be sent, once or again and again, the next one first.',
    answers: { 200: SchedulePage },
  })
  async listSchedules(@QueryOf(ScheduleQuery) query: ScheduleQuery, @As() asked: Asked): Promise<Answer> {
    const page = this.pages.open(asked, query, Place);
    const rows = await this.schedules.page(page.after, page.take);
    return shownPage(page, rows, scheduleView, ({ place, key }) => ({ at: place, key }));
  }
}
