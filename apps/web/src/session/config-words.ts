import type { ConfigData } from './item-data.js';

const NAMES = { model: 'the model', mode: 'the mode', reasoning: 'the reasoning' } as const;
const SETTINGS = ['model', 'mode', 'reasoning'] as const;

/** What was changed of an agent: "@ana chose the model demo-quick." `code` says that the agent refused it. */
export function configWords(data: ConfigData): string {
  const { before, by, code } = data;
  const changed = SETTINGS.filter((setting) => (data[setting] ?? null) !== (before?.[setting] ?? null));
  if (code !== null && code !== undefined) {
    const refused = changed.map((setting) => `${NAMES[setting]} ${before?.[setting] ?? 'that is usual'}`);
    return `The agent did not take ${refused.join(' and ') || 'the change'}; it works as before.`;
  }
  const chosen = changed.map((setting) => `${NAMES[setting]} ${data[setting] ?? 'that is usual'}`);
  return `${by ? `@${by.login}` : 'The agent'} chose ${chosen.join(' and ') || 'the same again'}.`;
}
