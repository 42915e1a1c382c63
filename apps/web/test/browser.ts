import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const EXECUTABLE = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Look {
  width: number;
  scheme: 'light' | 'dark';
}

export interface OpenPage {
  readonly page: Page;
  /** What went wrong so far: errors of scripts and console, refused or failed loads, breaches of the content policy. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

let browsers = 0;

/** An address for each browser: people on one machine would share what a minute allows to one address. */
function ownAddress(): string {
  browsers += 1;
  return `10.0.${String(Math.floor(browsers / 250))}.${String((browsers % 250) + 1)}`;
}

/** A browser for many people, each in a context of their own, which is quicker than a browser for each. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: EXECUTABLE, headless: true, args: FLAGS });

const contextOf = ({ width, scheme }: Look): BrowserContextOptions => ({
  viewport: { width, height: 900 },
  colorScheme: scheme,
  extraHTTPHeaders: { 'X-Forwarded-For': ownAddress() },
});

/** Opens an empty page in a browser of its own, whose profile is empty too. `CHROMIUM_PATH` says where the browser is. */
export async function openPage(look: Look): Promise<OpenPage> {
  const profile = await mkdtemp(join(tmpdir(), 'foundry-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: EXECUTABLE,
    headless: true,
    args: FLAGS,
    ...contextOf(look),
  });
  return opened(context, () => rm(profile, { recursive: true, force: true }));
}

/** Opens an empty page in a context of its own, which shares nothing with the others but the browser. */
export async function openPageIn(browser: Browser, look: Look): Promise<OpenPage> {
  return opened(await browser.newContext(contextOf(look)), () => Promise.resolve());
}

async function opened(context: BrowserContext, afterwards: () => Promise<void>): Promise<OpenPage> {
  const faults: string[] = [];
  const page = await watched(context, faults);
  return {
    page,
    faults,
    close: async () => {
      await context.close();
      await afterwards();
    },
  };
}

async function watched(context: BrowserContext, faults: string[]): Promise<Page> {
  await context.exposeFunction('tellPolicyBreach', (breach: string) => faults.push(`policy: ${breach}`));
  await context.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
    window.tellPolicyBreach(event.violatedDirective + ' ' + event.blockedURI))`);
  const [page = await context.newPage()] = context.pages();
  page.on('console', (message) => {
    if (isSignedOutAnswer(message.location().url, 401)) return;
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // The browser gives up what a page asked for when somebody leaves the page.
    if (why !== 'net::ERR_ABORTED') faults.push(`load: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (isSignedOutAnswer(response.url(), response.status())) return;
    if (response.status() >= 400) faults.push(`load: ${response.url()} ${String(response.status())}`);
  });
  return page;
}

/** The one answer by which the page learns that nobody is signed in; a script cannot read the cookie. */
const isSignedOutAnswer = (url: string, status: number): boolean => status === 401 && url.endsWith('/v1/app');
