/** Set by Foundry for every machine, or dangerous: they load code into programs or open doors of the platform. */
const FIXED = new Set(['HOME', 'PATH', 'USER', 'SHELL', 'LANG', 'IS_SANDBOX', 'GIT_TERMINAL_PROMPT', 'NODE_OPTIONS']);
const NEVER = new Set([
  'GH_TOKEN',
  'GITHUB_TOKEN',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'AMQP_URL',
  'BASH_ENV',
  'ENV',
]);
const FAMILIES = ['E2B_', 'FOUNDRY_', 'LD_', 'DYLD_', 'SANDBOX_AGENT_', 'GIT_CONFIG', 'LC_'];

/** Whether nobody may hand this variable to a machine. */
export const isReserved = (name: string): boolean =>
  FIXED.has(name) || NEVER.has(name) || FAMILIES.some((family) => name.startsWith(family));
