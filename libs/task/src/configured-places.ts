import { readConfig } from '@foundry/messaging';
import { z } from 'zod';
import { RepositoryPlaces } from './commands/load-task.js';

const Config = z.object({ GITHUB_URL: z.url({ protocol: /^https?$/ }).default('https://github.com') });

/** Repositories at the GitHub that this instance works with. */
export class ConfiguredPlaces extends RepositoryPlaces {
  constructor(private readonly github: string) {
    super();
  }

  /** Throws `BootError` for an address that is none. */
  static from(environment: NodeJS.ProcessEnv): ConfiguredPlaces {
    return new ConfiguredPlaces(readConfig(Config, environment).GITHUB_URL.replace(/\/+$/, ''));
  }

  cloneUrl(repositoryName: string): string {
    return `${this.github}/${repositoryName.split('/').map(encodeURIComponent).join('/')}.git`;
  }
}
