import { NotReadable } from '@foundry/messaging';
import type { InstanceApp, InstanceApps } from '../contracts/index.js';
import { type Fresh, Github, type Narrowing, type Question, type Unchanged } from './github.js';
import { privateKeyOf } from './github-config.js';
import { GithubFailure } from './github-failure.js';
import { OctokitGithub } from './octokit-github.js';
import type { RateBudgets } from './rate-budgets.js';
import type { RatePace } from './rate-pace.js';

/** GitHub as the App of this installation, from the moment there is one; until then every question fails. */
export class AppGithub extends Github {
  private asApp: OctokitGithub | null = null;

  constructor(
    private readonly apps: InstanceApps,
    private readonly apiUrl: string,
    private readonly budgets: RateBudgets,
    private readonly pace: RatePace,
  ) {
    super();
  }

  async ask<T>(question: Question<T>): Promise<Fresh<T> | Unchanged> {
    return (await this.app()).ask(question);
  }

  async mint(installationId: string, narrowing: Narrowing): Promise<{ token: string; expiresAt: Date }> {
    return (await this.app()).mint(installationId, narrowing);
  }

  async end(token: string): Promise<void> {
    return (await this.app()).end(token);
  }

  forget(installationId: string): void {
    this.asApp?.forget(installationId);
  }

  private async app(): Promise<OctokitGithub> {
    return this.asApp ?? this.made(await this.registered());
  }

  /** An App whose key is gone is as good as none: the doctor says which key is missing. */
  private async registered(): Promise<InstanceApp | null> {
    try {
      return await this.apps.current();
    } catch (error) {
      if (error instanceof NotReadable) throw new GithubFailure('not_configured', null, null, { cause: error });
      throw error;
    }
  }

  private made(app: InstanceApp | null): OctokitGithub {
    const privateKey = app && privateKeyOf(app.privateKey.reveal());
    if (!app || !privateKey) throw new GithubFailure('not_configured', null);
    const options = { appId: app.appId, privateKey, apiUrl: this.apiUrl };
    return (this.asApp ??= new OctokitGithub(options, this.budgets, this.pace));
  }
}
