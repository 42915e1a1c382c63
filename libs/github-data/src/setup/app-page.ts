import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { appJwt } from '../client/app-jwt.js';
import { privateKeyOf } from '../client/github-config.js';
import { GithubFailure } from '../client/github-failure.js';
import { plainCall } from '../client/plain-call.js';
import { type InstanceApp, InstanceApps } from '../contracts/index.js';
import { GithubApi } from './github-places.js';

const Own = z.object({ html_url: z.url() });

/** Asks GitHub as the App. Throws `GithubFailure`: `unauthorized` for a key that is none. */
export async function askAsApp({ appId, privateKey }: InstanceApp, apiUrl: string, route: string) {
  const key = privateKeyOf(privateKey.reveal());
  if (key === null) throw new GithubFailure('unauthorized', null);
  return plainCall({ apiUrl, route, authorization: `Bearer ${appJwt(appId, key, new Date())}` });
}

/** The page of the App at GitHub, where people install it. */
@Injectable()
export class AppPage {
  private known: string | null = null;

  constructor(
    private readonly apps: InstanceApps,
    private readonly github: GithubApi,
  ) {}

  /** Null: there is no App. GitHub is asked once, and only for an App of the environment. Throws `GithubFailure`. */
  async address(): Promise<string | null> {
    const app = await this.apps.current();
    if (app === null || app.pageUrl !== null) return app && app.pageUrl;
    return (this.known ??= await this.ask(app));
  }

  private async ask(app: InstanceApp): Promise<string> {
    const { status, data } = await askAsApp(app, this.github.apiUrl, 'GET /app');
    if (status !== 200) throw new GithubFailure(status === 401 ? 'unauthorized' : 'unavailable', status);
    const own = Own.safeParse(data);
    if (!own.success) throw new GithubFailure('unreadable', status);
    return own.data.html_url;
  }
}
