import { readConfig } from '@foundry/messaging';
import { z } from 'zod';
import { Surroundings } from './commands/load-task.js';

const FilledText = z.string().trim().min(1).optional();

const Config = z.object({
  GITHUB_WEB_URL: z.url({ protocol: /^https?$/ }).default('https://github.com'),
  DEFAULT_AGENT: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'must be the id of an agent, such as claude' })
    .optional(),
  ANTHROPIC_API_KEY: FilledText,
  OPENAI_API_KEY: FilledText,
});

/** The GitHub that this instance works with, and the agent that it usually runs. */
export class ConfiguredSurroundings extends Surroundings {
  constructor(
    private readonly github: string,
    readonly usualAgent: string,
  ) {
    super();
  }

  /** Throws `BootError` for an address or an agent that is none. */
  static from(environment: NodeJS.ProcessEnv): ConfiguredSurroundings {
    const read = readConfig(Config, environment);
    return new ConfiguredSurroundings(
      read.GITHUB_WEB_URL.replace(/\/+$/, ''),
      read.DEFAULT_AGENT ?? agentWithKey(read),
    );
  }

  cloneUrl(repositoryName: string): string {
    return `${this.github}/${repositoryName.split('/').map(encodeURIComponent).join('/')}.git`;
  }
}

/** The one that has a model here; without any key it is the demo agent, which needs none. */
function agentWithKey({ ANTHROPIC_API_KEY, OPENAI_API_KEY }: z.infer<typeof Config>): string {
  if (ANTHROPIC_API_KEY !== undefined) return 'claude';
  return OPENAI_API_KEY === undefined ? 'demo' : 'codex';
}
