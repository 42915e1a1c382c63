import type { AgentView } from '@foundry/sandbox/contracts';
import type { ConfigData } from './item-data.js';
import { chosenName } from './words.js';

const SETTINGS = ['model', 'mode', 'reasoning'] as const;
const LISTS = { model: 'models', mode: 'modes', reasoning: 'reasoning' } as const;
type Setting = (typeof SETTINGS)[number];

/** What an agent offers, with the names that people know. */
export type Offers = Pick<AgentView, (typeof LISTS)[Setting]>;

/** What was changed of an agent: "@ana chose the model Quick." `code` says that the agent refused it. */
export function configWords(data: ConfigData, offers: Offers | null = null): string {
  const { before, by, code } = data;
  const changed = SETTINGS.filter((setting) => (data[setting] ?? null) !== (before?.[setting] ?? null));
  const words = (setting: Setting, id: string | null | undefined): string =>
    `the ${setting} ${chosenName(offers?.[LISTS[setting]] ?? [], id) ?? 'that is usual'}`;
  if (code !== null && code !== undefined) {
    const refused = changed.map((setting) => words(setting, before?.[setting]));
    return `The agent did not take ${refused.join(' and ') || 'the change'}; it works as before.`;
  }
  const chosen = changed.map((setting) => words(setting, data[setting]));
  return `${by ? `@${by.login}` : 'The agent'} chose ${chosen.join(' and ') || 'the same again'}.`;
}
