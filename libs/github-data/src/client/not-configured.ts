import { Github } from './github.js';
import { GithubFailure } from './github-failure.js';

/** Stands for GitHub where no App is configured. */
export class NoGithub extends Github {
  ask(): Promise<never> {
    return Promise.reject(new GithubFailure('not_configured', null));
  }

  mint(): Promise<never> {
    return this.ask();
  }

  end(): Promise<never> {
    return this.ask();
  }

  forget(): void {
    // Nothing was ever known.
  }
}
