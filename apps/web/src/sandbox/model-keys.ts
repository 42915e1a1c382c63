/** The variable that holds the key of each agent's model. */
export const MODEL_KEYS: Readonly<Record<string, string>> = {
  claude: 'ANTHROPIC_API_KEY',
  codex: 'OPENAI_API_KEY',
};

const NAMES: ReadonlySet<string> = new Set(Object.values(MODEL_KEYS));

/** Keys of models stand with the agents; every other variable with the machines. */
export const isModelKey = (name: string): boolean => NAMES.has(name);
