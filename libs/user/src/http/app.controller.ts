import { DiscoveryOf, DiscoveryView } from '@foundry/github-data/contracts';
import { Allow, As, Asked, ask, type Caller, NotFound, Refusal, Route, TopicLog } from '@foundry/messaging';
import { OfferedProviders, SandboxProvider } from '@foundry/organization/contracts';
import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Instance, SignInSettings, UserOf, UserView } from '../contracts/index.js';
import { AppOrganization, AppOrganizations } from '../queries/app-organizations.js';
import { csrfToken } from './me.controller.js';

/** What the first screen needs, in one answer of stored rows. */
export const AppView = z
  .object({
    user: UserView.meta({ description: 'The person.' }),
    csrfToken,
    operator: z.boolean().meta({ description: 'Whether they see queues and processes of the installation.' }),
    organizations: z.array(AppOrganization).meta({ description: 'Organizations of theirs, by login.' }),
    discovery: DiscoveryView.meta({ description: 'How the search for organizations goes.' }),
    instance: z
      .object({
        version: z.string().meta({ description: 'Version of the product.' }),
        embedded: z.boolean().meta({ description: 'Whether it is the one-process run.' }),
        githubApp: z.boolean().meta({ description: 'Whether a GitHub App is set up.' }),
        githubUrl: z.string().nullable().meta({ description: 'Base of the web site of GitHub.' }),
        providers: z.array(SandboxProvider).meta({ description: 'What machines can run on here.' }),
        billing: z.boolean().meta({ description: 'Whether anything is paid for here.' }),
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
        operator: false,
        organizations: [],
        discovery: { state: 'never' as const, startedAt: null, finishedAt: null, reason: null, version: 0 },
        instance: {
          version: '1.0.0',
          embedded: false,
          githubApp: true,
          githubUrl: 'https://github.com',
          providers: ['e2b' as const, 'local' as const],
          billing: false,
        },
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
    private readonly organizations: AppOrganizations,
  ) {}

  @Get()
  @Allow({ scope: 'organization:read', signedOutToo: true })
  @Route({
    operationId: 'getApp',
    tag: 'user',
    summary: 'Start the web app',
    description:
      'Person, CSRF token, organizations with own role and first steps, and the installation. Reads stored rows and asks ' +
      'GitHub nothing. A token that is limited to one organization sees that one. Signed out it is 401, with `signIn` ' +
      'saying whether people can sign in here.',
    answers: { 200: AppView },
  })
  async show(@As() { request: { caller } }: Asked): Promise<AppView> {
    if (!caller) throw signedOut((await this.settings.github()) !== null);
    return this.viewFor(caller);
  }

  private async viewFor({ actor, session, organizationId, operator }: Caller): Promise<AppView> {
    const name = `app:${actor.userId}`;
    // read first: what changes meanwhile is in the answer, or comes as a delta, or both
    const versions = await this.topics.versions([name]);
    const [user, organizations, discovery, providers] = await Promise.all([
      ask(this.queries, new UserOf(actor.userId)),
      this.organizations.of(actor.userId),
      ask(this.queries, new DiscoveryOf(actor.userId)),
      ask(this.queries, new OfferedProviders()),
    ]);
    if (!user) throw new NotFound('This user');
    const github = await this.settings.github();
    return {
      user,
      csrfToken: session?.csrfToken ?? null,
      operator,
      organizations: organizations.filter(({ id }) => organizationId === null || id === organizationId),
      discovery,
      instance: {
        version: this.instance.version,
        embedded: this.instance.embedded,
        githubApp: github !== null,
        githubUrl: github?.webUrl ?? null,
        providers: [...providers],
        billing: this.instance.billing,
      },
      topic: { name, version: versions.get(name) ?? 0 },
    };
  }
}

/** What the sign-in page needs to know before anybody is known. */
const signedOut = (available: boolean): Refusal =>
  new Refusal(
    'auth.signed_out',
    'Sign in, or send an API token as Authorization: Bearer fdy_….',
    { signIn: { available, setupRequired: !available } },
    { 'WWW-Authenticate': 'Bearer' },
  );
