import { BootError, Secret } from '@foundry/messaging';
import { SignInSettings } from '@foundry/user/contracts';
import type { ApiConfig } from '../api-config.js';

/** Whom people sign in with. Throws `BootError` when the App is named by half. */
export function signInSettings(config: ApiConfig, publicUrl: string): SignInSettings {
  const { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret } = config;
  if ((clientId === undefined) !== (clientSecret === undefined)) {
    throw new BootError('GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET belong together; set both, or none.');
  }
  const github =
    clientId === undefined || clientSecret === undefined
      ? null
      : {
          webUrl: config.GITHUB_URL,
          apiUrl: config.GITHUB_API_URL,
          clientId,
          clientSecret: new Secret(clientSecret),
        };
  return new SignInSettings(publicUrl, github, config.GITHUB_ALLOWED_USERS);
}
