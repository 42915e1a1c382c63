import type { AgentsRun } from './demonstration-sandboxes.js';

export interface Welcome {
  url: string;
  dataDir: string;
  embedded: boolean;
  /** Address of the demonstration GitHub; null when there is a real one. */
  demonstration: string | null;
  /** Where the agents of the demonstration run. */
  agents: AgentsRun;
  /** Where the GitHub App is made; null when there is one. */
  setupLink: string | null;
}

/** What a newcomer reads once the product runs: where to click, and what to type next. */
export function welcome({ url, dataDir, embedded, demonstration, agents, setupLink }: Welcome): string {
  return [
    '',
    `  Foundry runs at  ${url}`,
    `  API reference    ${url}/docs`,
    `  Data             ${dataDir}`,
    ...(embedded ? [] : ['  Broker           RabbitMQ, as AMQP_URL says']),
    '',
    ...github(url, demonstration, setupLink),
    ...isolation(agents),
    '',
    '  Ctrl-C stops it; everything is kept in the data folder.',
    '',
    '',
  ].join('\n');
}

function isolation(agents: AgentsRun): string[] {
  if (agents === 'isolated') return ['  Agents           run in sandboxes of this machine, isolated by bubblewrap'];
  if (agents === null) return [];
  return [
    '',
    '  Agents run without isolation, as your user: they can read, change and delete what you can.',
    '  Install bubblewrap and start again, and they are isolated; SANDBOX_LOCAL_UNISOLATED=0 forbids them.',
  ];
}

function github(url: string, demonstration: string | null, setupLink: string | null): string[] {
  if (demonstration !== null) {
    return [
      '  ┌──────────────────────────────────────────────────────────────────────────┐',
      '  │  DEMONSTRATION: the GitHub of this run is a stand-in on this machine.    │',
      '  │  Its people, repositories and pull requests are made up; anyone who can  │',
      '  │  open it may sign in as any of them. Nothing reaches github.com.         │',
      '  └──────────────────────────────────────────────────────────────────────────┘',
      '',
      `  Sign in          ${url}/v1/auth/github  (try Mira Okafor, an owner)`,
      `  Its GitHub       ${demonstration}/harbour-goods`,
      '  Your own GitHub  docs/github-setup.md',
    ];
  }
  if (setupLink !== null) {
    return [
      '  There is no GitHub App yet. Make it within an hour, with this link:',
      `    ${setupLink}`,
      '  A new link: npm run operator -- setup-link',
    ];
  }
  return [`  Sign in          ${url}/v1/auth/github`, '  Is all well?     npm run doctor'];
}
