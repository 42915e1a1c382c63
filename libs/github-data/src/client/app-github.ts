import { NotReadable } from '@foundry/messaging';
import type { InstanceApp, InstanceApps } from '../contracts/index.js';
import { type Fresh, Github, type Question, type Unchanged } from './github.js';
import { privateKeyOf } from './github-config.js';
import { GithubFailure } from './github-failure.js';
import { OctokitGithub } from './octokit-github.js';
import type { RateBudgets } from './rate-budgets.js';

/** GitHub as the App of this installation, from the moment there is one; until then every question fails. */
export class AppGithub extends Github {
  private asApp: OctokitGithub | null = null;

  constructor(
    private readonly apps: InstanceApps,
    private readonly apiUrl: string,
    private readonly budgets: RateBudgets,
  ) {
    super();
  }

  async ask<T>(question: Question<T>): Promise<Fresh<T> | Unchanged> {
    const known = this.asApp ?? this.made(await this.app());
    return known.ask(question);
  }

  forget(installationId: string): void {
    this.asApp?.forget(installationId);
  }

  /** An App whose key is gone is as good as none: the doctor says which key is missing. */
  private async app(): Promise<InstanceApp | null> {
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
    return (this.asApp ??= new OctokitGithub({ appId: app.appId, privateKey, apiUrl: this.apiUrl }, this.budgets));
  }
}
