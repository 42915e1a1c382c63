import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { productAddresses, startGithub } from '@foundry/demo';
import { BootError } from '@foundry/messaging';

/** What is known when it has to be decided which GitHub there is. */
export interface Situation {
  dataDir: string;
  publicUrl: string;
  /** The environment names an App, or a GitHub other than github.com. */
  isNamed: boolean;
  /** `GITHUB_STAND_IN=off`. */
  isUnwanted: boolean;
  /** What the database knows: an App of the set-up page, and accounts of any GitHub. */
  known: { app: boolean; accounts: boolean };
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const folderIn = (dataDir: string): string => join(dataDir, 'github');

/**
 * Whether this run brings a demonstration GitHub: only where no real one is set up, and for people of this machine, because
 * anybody may be anyone there. Throws `BootError` when the data belong to the other kind of GitHub: the same number would
 * be another person.
 */
export function wantsDemonstration({ dataDir, publicUrl, isNamed, isUnwanted, known }: Situation): boolean {
  const hasDemonstration = existsSync(join(folderIn(dataDir), 'state.json'));
  const isReal = isNamed || isUnwanted || known.app || !LOOPBACK.includes(new URL(publicUrl).hostname);
  if (isReal && hasDemonstration) {
    throw new BootError(
      `${dataDir} belongs to the demonstration GitHub, whose people are not those of the real one. ` +
        'Set DATA_DIR (and DATABASE_URL, if you named one) to a new place for the real one, or remove that folder.',
    );
  }
  if (!isReal && !hasDemonstration && known.accounts) {
    throw new BootError(
      'The database has data of a real GitHub, and no GitHub App is configured. Set the GITHUB_ keys of .env.example ' +
        'again, or GITHUB_STAND_IN=off to make an App on the set-up page.',
    );
  }
  return !isReal;
}

export interface Demonstration {
  webUrl: string;
  /** What names it to the product. */
  environment: Record<string, string>;
  /** To be called once the product listens: webhooks were held until then. */
  deliver(): void;
  stop(): Promise<void>;
}

/** Starts the demonstration GitHub, with its data below the product's. */
export async function startDemonstration(
  dataDir: string,
  publicUrl: string,
  { port, control }: { port: number; control: boolean },
): Promise<Demonstration> {
  const github = await startGithub({
    folder: folderIn(dataDir),
    port,
    control,
    orAnyPort: true,
    webhooks: 'paused',
    app: productAddresses(publicUrl),
  });
  const { webUrl, apiUrl, credentials } = github;
  if (!credentials) {
    await github.close();
    throw new BootError(`${folderIn(dataDir)} has no App of Foundry; remove the folder to begin anew.`);
  }
  return {
    webUrl,
    environment: {
      GITHUB_WEB_URL: webUrl,
      GITHUB_API_URL: apiUrl,
      GITHUB_APP_ID: String(credentials.appId),
      GITHUB_APP_PRIVATE_KEY: credentials.privateKey,
      GITHUB_CLIENT_ID: credentials.clientId,
      GITHUB_CLIENT_SECRET: credentials.clientSecret,
      GITHUB_WEBHOOK_SECRET: credentials.webhookSecret,
    },
    deliver: () => github.deliver(),
    stop: () => github.close(),
  };
}
