import { join, resolve } from 'node:path';
import { BootError, readConfig } from '@foundry/messaging';
import { z } from 'zod';
import { ProviderName } from './contracts/index.js';
import { DemoAgentOffer } from './demo-agent-offer.js';
import type { DockerOptions } from './providers/docker/docker.provider.js';
import type { LocalOptions } from './providers/local/local.provider.js';

const FilledText = z.string().trim().min(1).optional();

/** What this module reads from the environment. */
export const SandboxEnvironment = z.object({
  SANDBOX_PROVIDERS: FilledText,
  SANDBOX_PROVIDER: FilledText,
  SANDBOX_MAX_RUNNING: z.coerce.number().int().min(1).max(10_000).default(100),
  SANDBOX_KEEP_PAUSED_DAYS: z.coerce.number().int().min(1).max(365).default(14),
  SANDBOX_LOCAL_DIR: FilledText,
  SANDBOX_LOCAL_UNISOLATED: z.enum(['0', '1']).default('0'),
  SANDBOX_AGENT_BIN: FilledText,
  SANDBOX_AGENTS_DIR: FilledText,
  DATA_DIR: z.string().default('.foundry'),
  DOCKER_HOST: z.string().default('unix:///var/run/docker.sock'),
  SANDBOX_DOCKER_IMAGE: z.string().default('foundry-sandbox:0.1.0'),
  SANDBOX_DOCKER_NETWORK: FilledText,
  E2B_API_KEY: FilledText,
  E2B_API_URL: FilledText,
  E2B_SANDBOX_URL: FilledText,
  E2B_TEMPLATE: z.string().default('foundry-sandbox'),
  ANTHROPIC_API_KEY: FilledText,
  ANTHROPIC_BASE_URL: FilledText,
  OPENAI_API_KEY: FilledText,
  OPENAI_BASE_URL: FilledText,
  GITHUB_WEB_URL: z.url({ protocol: /^https?$/ }).default('https://github.com'),
});

export interface SandboxConfig {
  /** In the order of choice. */
  configured: readonly ProviderName[];
  preferred: ProviderName | null;
  perOrganization: number;
  keepPausedDays: number;
  local: LocalOptions;
  docker: DockerOptions;
  e2b: { apiKey: string; apiUrl: string | null; sandboxUrl: string | null; template: string } | null;
  /** Keys and addresses of models that every trusted machine gets. */
  modelEnvironment: Readonly<Record<string, string>>;
  githubUrl: string;
}

const ORDER: readonly ProviderName[] = ['e2b', 'docker', 'local'];
const MODEL_KEYS = ['ANTHROPIC_API_KEY', 'ANTHROPIC_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_BASE_URL'] as const;

/** Throws `BootError` that names what does not fit. */
export function sandboxConfig(environment: NodeJS.ProcessEnv): SandboxConfig {
  const read = readConfig(SandboxEnvironment, environment);
  const offered = listed(read.SANDBOX_PROVIDERS) ?? (read.E2B_API_KEY === undefined ? ['local'] : ['e2b', 'local']);
  if (offered.includes('e2b') && read.E2B_API_KEY === undefined) {
    throw new BootError('SANDBOX_PROVIDERS names e2b; set E2B_API_KEY as well. See .env.example.');
  }
  const [preferred = null] = listed(read.SANDBOX_PROVIDER) ?? [];
  if (preferred !== null && !offered.includes(preferred)) {
    throw new BootError(`SANDBOX_PROVIDER is ${preferred}; add it to SANDBOX_PROVIDERS.`);
  }
  const { E2B_API_KEY: apiKey, E2B_API_URL: apiUrl = null, E2B_SANDBOX_URL: sandboxUrl = null } = read;
  return {
    configured: ORDER.filter((provider) => offered.includes(provider)),
    preferred,
    perOrganization: read.SANDBOX_MAX_RUNNING,
    keepPausedDays: read.SANDBOX_KEEP_PAUSED_DAYS,
    local: {
      folder: resolve(read.SANDBOX_LOCAL_DIR ?? join(read.DATA_DIR, 'sandboxes')),
      mayBeUnisolated: read.SANDBOX_LOCAL_UNISOLATED === '1',
      agentBinary: read.SANDBOX_AGENT_BIN ?? null,
      agentsFolder: read.SANDBOX_AGENTS_DIR === undefined ? null : resolve(read.SANDBOX_AGENTS_DIR),
      demoAgent: DemoAgentOffer.from(environment).at('local'),
    },
    docker: {
      host: read.DOCKER_HOST,
      image: read.SANDBOX_DOCKER_IMAGE,
      network: read.SANDBOX_DOCKER_NETWORK ?? null,
    },
    e2b: apiKey === undefined ? null : { apiKey, apiUrl, sandboxUrl, template: read.E2B_TEMPLATE },
    modelEnvironment: Object.fromEntries(
      MODEL_KEYS.flatMap((name) => {
        const value = read[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    githubUrl: read.GITHUB_WEB_URL.replace(/\/+$/, ''),
  };
}

function listed(value: string | undefined): ProviderName[] | null {
  if (value === undefined) return null;
  const parsed = z.array(ProviderName).safeParse(value.split(',').map((part) => part.trim()));
  if (!parsed.success) throw new BootError(`Providers of sandboxes are some of e2b, docker, local; not "${value}".`);
  return parsed.data;
}
