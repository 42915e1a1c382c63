import { Allow, Answer, As, Asked, pageOf, pageQuery, Pages, PathOf, QueryOf, Route } from '@foundry/messaging';
import { text } from '@foundry/messaging/contracts';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { TranscriptPage } from '../contracts/index.js';
import { FoundItem, OutlineItem, TranscriptFinder } from '../queries/transcript-finder.js';
import { TranscriptRows } from '../queries/transcript-rows.js';
import { SessionPath } from './paths.js';
import { sessionUnknown } from './problems.js';
import { TaskPlaces } from './task-places.js';

const seq = (description: string) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description, examples: [120] });

const TranscriptQuery = z.strictObject({
  before: seq('Entries before this one.'),
  after: seq('Entries after this one; wins over `before`.'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .meta({ description: 'How many entries at most.', examples: [100] }),
});
type TranscriptQuery = z.infer<typeof TranscriptQuery>;

const SearchQuery = pageQuery({
  q: text(100)
    .min(1)
    .meta({ description: 'Words as they stand there; upper and lower case are alike.', examples: ['greet'] }),
});
type SearchQuery = z.infer<typeof SearchQuery>;
const FoundPage = pageOf(FoundItem).meta({
  id: 'FoundItemPage',
  description: 'Entries that were found, newest first.',
  examples: [{ items: [], nextCursor: null }],
});
const Seq = z.int();

const Outline = z
  .strictObject({ items: z.array(OutlineItem).meta({ description: 'The newest 500, in their order.' }) })
  .meta({ id: 'TranscriptOutline', description: 'Where to go in a transcript.', examples: [{ items: [] }] });
type Outline = z.infer<typeof Outline>;

/** What was said. It can be read when machine and task are gone. */
@Controller('v1/sessions/:sessionId/transcript')
export class TranscriptsController {
  constructor(
    private readonly pages: Pages,
    private readonly places: TaskPlaces,
    private readonly transcripts: TranscriptRows,
    private readonly finder: TranscriptFinder,
  ) {}

  @Get()
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'readTranscript',
    tag: 'task',
    summary: 'Read the transcript of a session',
    description:
      'The newest entries, or those before or after one. It can be read when the machine and the task are gone.',
    answers: { 200: TranscriptPage },
    problems: [sessionUnknown],
  })
  async read(
    @PathOf(SessionPath) { sessionId }: SessionPath,
    @QueryOf(TranscriptQuery) query: TranscriptQuery,
    @As() asked: Asked,
  ): Promise<TranscriptPage> {
    await this.places.seenSession(asked, sessionId);
    const { before = null, after = null, limit } = query;
    return this.transcripts.page(sessionId, { before, after, limit });
  }

  @Get('search')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'searchTranscript',
    tag: 'task',
    summary: 'Search the transcript of a session',
    description: 'Entries whose text has these words, with what stands around the first place.',
    answers: { 200: FoundPage },
    problems: [sessionUnknown],
  })
  async search(
    @PathOf(SessionPath) { sessionId }: SessionPath,
    @QueryOf(SearchQuery) query: SearchQuery,
    @As() asked: Asked,
  ): Promise<Answer> {
    await this.places.seenSession(asked, sessionId);
    const page = this.pages.open(asked, query, Seq);
    const rows = await this.finder.search(sessionId, query.q, page.after, page.take);
    return page.of(rows, ({ seq: at }) => at);
  }

  @Get('outline')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'readOutline',
    tag: 'task',
    summary: 'Read the outline of a transcript',
    description: 'The prompts, what happened in git, and the errors: where to go in a long transcript.',
    answers: { 200: Outline },
    problems: [sessionUnknown],
  })
  async outline(@PathOf(SessionPath) { sessionId }: SessionPath, @As() asked: Asked): Promise<Outline> {
    await this.places.seenSession(asked, sessionId);
    return { items: await this.finder.outline(sessionId) };
  }
}
