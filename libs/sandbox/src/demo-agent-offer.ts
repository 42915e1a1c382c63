import { readConfig } from '@foundry/messaging';
import { z } from 'zod';
import type { ProviderName } from './contracts/index.js';

const FilledText = z.string().trim().min(1).optional();

const Environment = z.object({
  SANDBOX_DEMO_AGENT: z.enum(['0', '1']).optional(),
  ANTHROPIC_API_KEY: FilledText,
  OPENAI_API_KEY: FilledText,
});

/** Whose machines offer the demo agent: nobody's, everybody's, or local ones, while the instance has no key of a model. */
export class DemoAgentOffer {
  private constructor(private readonly where: 'nowhere' | 'local' | 'everywhere') {}

  static from(environment: NodeJS.ProcessEnv): DemoAgentOffer {
    const read = readConfig(Environment, environment);
    const hasKey = read.ANTHROPIC_API_KEY !== undefined || read.OPENAI_API_KEY !== undefined;
    if (read.SANDBOX_DEMO_AGENT === undefined) return new DemoAgentOffer(hasKey ? 'nowhere' : 'local');
    return new DemoAgentOffer(read.SANDBOX_DEMO_AGENT === '1' ? 'everywhere' : 'nowhere');
  }

  at(provider: ProviderName): boolean {
    return this.where === 'everywhere' || (this.where === 'local' && provider === 'local');
  }
}
