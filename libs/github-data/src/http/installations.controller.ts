import { Allow, type Answer, As, Asked, BodyOf, CommandSender, QueryOf, Refusal, Route } from '@foundry/messaging';
import { Id64 } from '@foundry/messaging/contracts';
import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { GithubFailure } from '../client/github-failure.js';
import { ClaimInstallation } from '../contracts/index.js';
import { githubNotConfigured, githubUnavailable } from '../domain/setup-codes.js';
import { AppPage } from '../setup/app-page.js';
import { type Beginner, InstallOffers } from '../setup/install-offers.js';
import { approvalPage, refusedClaimPage } from './installation-pages.js';
import { Pace } from './pace.js';
import { sentTo } from './page.js';

const InstallBody = z
  .strictObject({
    organizationId: Id64.optional().meta({ description: 'Account to suggest at GitHub.', examples: ['9919'] }),
  })
  .meta({
    id: 'BeginInstallation',
    description: 'Where to install the App.',
    examples: [{ organizationId: '9919' }],
  });
type InstallBody = z.infer<typeof InstallBody>;

const InstallView = z.object({ url: z.url().meta({ description: 'Where to send the browser.' }) }).meta({
  id: 'InstallationStart',
  description: 'The way to GitHub, good for an hour and in this session only.',
  examples: [{ url: 'https://github.com/apps/foundry/installations/new?state=x' }],
});
type InstallView = z.infer<typeof InstallView>;

const returned = (most: number, description: string, example: string) =>
  z
    .string()
    .max(most)
    .optional()
    .meta({ description, examples: [example] });
/** The names are GitHub's. */
const ReturnQuery = z.strictObject({
  installation_id: returned(30, 'The installation, which proves nothing.', '42'),
  setup_action: returned(30, '`install`, or `request` when an owner has to approve.', 'install'),
  state: returned(200, 'What was sent along.', 'x'),
  code: returned(200, 'Comes where GitHub was told to ask for an authorization as well; not looked at.', 'x'),
});
type ReturnQuery = z.infer<typeof ReturnQuery>;

const Page = z.string().meta({ description: 'A page for a browser.', examples: ['<!doctype html>…'] });

const A_MINUTE = 10;
/** How long a browser that comes back waits for the claim; the webhook does the work in any case. */
const PATIENCE_MS = 5_000;

/** Installing the App from here, and coming back from it. */
@Controller('v1/github')
export class InstallationsController {
  private readonly pace = new Pace(A_MINUTE, 'More than ten installations begun in a minute; wait a little.');

  constructor(
    private readonly page: AppPage,
    private readonly offers: InstallOffers,
    private readonly sender: CommandSender,
  ) {}

  @Post('installations')
  @Allow({ sessionOnly: true })
  @Route({
    operationId: 'beginInstallation',
    tag: 'github-data',
    summary: 'Begin to install the GitHub App',
    description:
      'Answers the address at GitHub where the App is installed. What comes back with the browser counts only in this ' +
      'session, once, within an hour. Ten a minute for each person.',
    answers: { 200: InstallView },
    problems: [githubNotConfigured, githubUnavailable],
    direct: { reason: 'It only keeps who began; coming back is a command.', audit: 'none' },
  })
  async begin(@BodyOf(InstallBody) { organizationId }: InstallBody, @As() asked: Asked): Promise<InstallView> {
    const beginner = beginnerOf(asked);
    this.pace.take(beginner.userId);
    const url = new URL(`${await this.appPage()}/installations/new`);
    url.searchParams.set('state', await this.offers.open(beginner));
    if (organizationId !== undefined) url.searchParams.set('target_id', organizationId);
    return { url: url.href };
  }

  @Get('setup')
  @Allow({ sessionOnly: true, signedOutToo: true })
  @Route({
    operationId: 'finishInstallation',
    tag: 'github-data',
    summary: 'Come back from installing the GitHub App',
    description:
      'GitHub sends the browser here. A state of this session makes the installation known at once, after GitHub confirmed ' +
      'that it is one of this person; a webhook does the same for everybody else. Sends the browser on, signed out to the ' +
      'sign-in page.',
    answers: { 200: Page, 302: null },
    media: 'text/html',
  })
  async finish(@QueryOf(ReturnQuery) query: ReturnQuery, @As() asked: Asked): Promise<Answer> {
    if (!asked.request.caller) return sentTo('/sign-in');
    if (query.setup_action === 'request') return approvalPage();
    const installationId = Id64.safeParse(query.installation_id).data;
    const beginner = beginnerOf(asked);
    this.pace.take(beginner.userId);
    if (installationId === undefined) return refusedClaimPage('claim.invalid', 422);
    const nonceHash = this.offers.claimOf(query.state ?? '', beginner);
    const claim = new ClaimInstallation({ userId: beginner.userId, installationId, nonceHash });
    const claimed = await this.sender.request(claim, { actor: asked.caller.actor }, PATIENCE_MS);
    const code = claimed.state === 'settled' ? claimed.reply.code : null;
    if (code === 'claim.invalid') return refusedClaimPage(code, 422);
    return code === 'claim.used' ? refusedClaimPage(code, 409) : sentTo('/');
  }

  private async appPage(): Promise<string> {
    try {
      const address = await this.page.address();
      if (address !== null) return address;
    } catch (error) {
      if (!(error instanceof GithubFailure)) throw error;
      throw new Refusal(githubUnavailable.code, error.message, {}, { 'Retry-After': '5' }, githubUnavailable.status);
    }
    const { code, title, remedy, status } = githubNotConfigured;
    throw new Refusal(code, `${title}. ${remedy}`, {}, {}, status);
  }
}

function beginnerOf({ caller: { actor, session } }: Asked): Beginner {
  if (!session) throw new Refusal('token.scope_missing', 'No API token may do this; use the web app.');
  return { userId: actor.userId, sessionId: session.id };
}
