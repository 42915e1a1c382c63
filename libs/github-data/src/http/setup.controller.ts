import { Allow, type Answer, As, Asked, Route } from '@foundry/messaging';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { InstanceApps, ProductAddress } from '../contracts/index.js';
import { AppSetup } from '../setup/app-setup.js';
import { GithubSite } from '../setup/github-places.js';
import { StoredSetupLinks } from '../setup/stored-setup-links.js';
import { sentTo } from './page.js';
import { failedSetupPage, madeAppPage, makeAppPage, needsSetupPage, unknownLinkPage } from './setup-pages.js';

const Page = z.string().meta({ description: 'A page for a browser.', examples: ['<!doctype html>…'] });
const Login = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,98}[A-Za-z0-9])?$/);

const textOf = (value: unknown): string => (typeof value === 'string' && value.length <= 2_000 ? value.trim() : '');

/** Making the GitHub App of this installation, in a browser. While there is one, nothing of it is there. */
@Controller()
@Allow({ public: true })
export class SetupController {
  constructor(
    private readonly apps: InstanceApps,
    private readonly setup: AppSetup,
    private readonly links: StoredSetupLinks,
    private readonly address: ProductAddress,
    private readonly site: GithubSite,
  ) {}

  @Get('setup')
  @Route({
    operationId: 'showSetupHelp',
    tag: 'github-data',
    summary: 'Say how to set up',
    description:
      'For browsers. While no GitHub App is set up, a page that says where the set-up link is found, and takes its code. ' +
      'Otherwise it sends the browser to the start page.',
    answers: { 200: Page },
    media: 'text/html',
  })
  async help(): Promise<Answer> {
    return (await this.apps.current()) === null ? needsSetupPage() : sentTo('/');
  }

  @Get('v1/setup')
  @Route({
    operationId: 'showSetup',
    tag: 'github-data',
    summary: 'Show the form that makes the GitHub App',
    description:
      'For browsers. `token` in the query is that of the set-up link that was printed at the start, good for an hour and ' +
      'for one App; an unknown or used one is 404. `organization` is the login of the company that shall own the App. ' +
      'The form takes the manifest to GitHub.',
    answers: { 200: Page },
    media: 'text/html',
  })
  async show(@As() { request: { query } }: Asked): Promise<Answer> {
    const token = textOf(query['token']);
    const state = (await this.apps.current()) === null ? await this.links.stateFor(token) : null;
    if (state === null) return unknownLinkPage();
    const organization = Login.safeParse(textOf(query['organization'])).data ?? null;
    const { publicUrl } = this.address;
    return makeAppPage({ publicUrl, webUrl: this.site.webUrl, token, state, organization });
  }

  @Get('v1/setup/callback')
  @Route({
    operationId: 'finishSetup',
    tag: 'github-data',
    summary: 'Come back from GitHub with a new App',
    description:
      'GitHub sends the browser here. `state` is good for one App; an unknown or used one is 404. Exchanges the code and ' +
      'stores the App with its secrets encrypted; it is in use at once, in every process.',
    answers: { 200: Page },
    media: 'text/html',
  })
  async finish(@As() { request: { query } }: Asked): Promise<Answer> {
    const end = await this.setup.finish(textOf(query['code']), textOf(query['state']));
    if (end === 'unknown') return unknownLinkPage();
    return typeof end === 'string' ? failedSetupPage(end) : madeAppPage(end.app);
  }
}
