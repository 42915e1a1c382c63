import { DiscoveryOf, DiscoveryView } from '@foundry/github-data/contracts';
import { Allow, As, Asked, ask, NotFound, Route, TopicLog } from '@foundry/messaging';
import { OrganizationEntry, OrganizationsOf } from '@foundry/organization/contracts';
import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Instance, SignInSettings, UserOf, UserView } from '../contracts/index.js';
import { csrfToken } from './me.controller.js';

/** What the first screen needs, in one answer of stored rows. */
export const AppView = z
  .object({
    user: UserView.meta({ description: 'The person.' }),
    csrfToken,
    organizations: z.array(OrganizationEntry).meta({ description: 'Organizations of theirs, by login.' }),
    discovery: DiscoveryView.meta({ description: 'How the search for organizations goes.' }),
    instance: z
      .object({
        version: z.string().meta({ description: 'Version of the product.' }),
        embedded: z.boolean().meta({ description: 'Whether it is the one-process run.' }),
        githubApp: z.boolean().meta({ description: 'Whether a GitHub App is set up.' }),
        githubUrl: z.string().nullable().meta({ description: 'Base of the web site of GitHub.' }),
      })
      .meta({ description: 'This installation.' }),
    topic: z
      .object({
        name: z.string().meta({ description: 'Name of the own topic.' }),
        version: z.int().meta({ description: 'Its version before what is answered here was read.' }),
      })
      .meta({ description: 'Topic that goes on from here.' }),
  })
  .meta({
    id: 'App',
    description: 'What the first screen needs.',
    examples: [
      {
        user: { userId: '9919', login: 'octocat', name: 'The Octocat', avatarUrl: null, version: 1 },
        csrfToken: 'x'.repeat(43),
        organizations: [],
        discovery: { state: 'never' as const, startedAt: null, finishedAt: null, reason: null, version: 0 },
        instance: { version: '1.0.0', embedded: false, githubApp: true, githubUrl: 'https://github.com' },
        topic: { name: 'app:9919', version: 12 },
      },
    ],
  });
export type AppView = z.infer<typeof AppView>;

/** The start of the web app. */
@Controller('v1/app')
export class AppController {
  constructor(
    private readonly queries: QueryBus,
    private readonly topics: TopicLog,
    private readonly instance: Instance,
    private readonly settings: SignInSettings,
  ) {}

  @Get()
  @Allow({ scope: 'organization:read' })
  @Route({
    operationId: 'getApp',
    tag: 'user',
    summary: 'Start the web app',
    description:
      'Person, CSRF token, organizations with own role, and the installation. Reads stored rows and asks GitHub nothing. ' +
      'A token that is limited to one organization sees that one.',
    answers: { 200: AppView },
  })
  async show(@As() { caller: { actor, session, organizationId } }: Asked): Promise<AppView> {
    const name = `app:${actor.userId}`;
    // read first: what changes meanwhile is in the answer, or comes as a delta, or both
    const versions = await this.topics.versions([name]);
    const [user, organizations, discovery] = await Promise.all([
      ask(this.queries, new UserOf(actor.userId)),
      ask(this.queries, new OrganizationsOf(actor.userId)),
      ask(this.queries, new DiscoveryOf(actor.userId)),
    ]);
    if (!user) throw new NotFound('This user');
    const github = await this.settings.github();
    return {
      user,
      csrfToken: session?.csrfToken ?? null,
      organizations: organizations.filter(({ id }) => organizationId === null || id === organizationId),
      discovery,
      instance: {
        version: this.instance.version,
        embedded: this.instance.embedded,
        githubApp: github !== null,
        githubUrl: github?.webUrl ?? null,
      },
      topic: { name, version: versions.get(name) ?? 0 },
    };
  }
}
