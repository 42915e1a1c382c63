import type { InstanceApps } from '@foundry/github-data/contracts';
import { BootError, Secret } from '@foundry/messaging';
import { type GithubApp, SignInSettings } from '@foundry/user/contracts';
import type { ApiConfig } from '../api-config.js';

/** The App that the configuration names for sign-in, or null. Throws `BootError` when it is named by half. */
export function configuredApp(config: ApiConfig): GithubApp | null {
  const { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret } = config;
  if ((clientId === undefined) !== (clientSecret === undefined)) {
    throw new BootError('GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET belong together; set both, or none.');
  }
  if (clientId === undefined || clientSecret === undefined) return null;
  return { ...placesOf(config), clientId, clientSecret: new Secret(clientSecret) };
}

/** Whom people sign in with: the configured App, else the one of this installation as soon as there is one. */
export function signInSettings(
  config: ApiConfig,
  publicUrl: string,
  configured: GithubApp | null,
  apps: InstanceApps,
): SignInSettings {
  const known = async (): Promise<GithubApp | null> => {
    const app = await apps.current();
    return app && { ...placesOf(config), clientId: app.clientId, clientSecret: app.clientSecret };
  };
  const github = configured ? () => Promise.resolve(configured) : known;
  return new SignInSettings(publicUrl, github, config.GITHUB_ALLOWED_USERS);
}

const placesOf = ({ GITHUB_WEB_URL: webUrl, GITHUB_API_URL: apiUrl }: ApiConfig) => ({ webUrl, apiUrl });
