import { z } from 'zod';
import type { Github } from '../github.js';
import { notFound } from '../http/refused.js';
import type { Installation } from '../state/app-records.js';
import type { Organization, Pull, Repository, User } from '../state/records.js';

/** One thing that someone does on GitHub's web site; `run` gets a body that was parsed. */
export type Act = (github: Github, body: unknown) => Promise<unknown>;

export function act<T>(schema: z.ZodType<T>, run: (github: Github, body: T) => unknown): Act {
  return async (github, body) => await run(github, schema.parse(body));
}

export const Login = z.string();
/** Full name of a repository, and who does it. */
export const OnRepository = z.object({ repository: z.string(), by: Login });
export const OnPull = OnRepository.extend({ number: z.number().int() });
export const OnOrganization = z.object({ organization: z.string(), by: Login });
export const OnInstallation = z.object({ account: z.string(), app: z.string().optional(), by: Login });

function must<T>(value: T | undefined): T {
  if (value === undefined) throw notFound();
  return value;
}

export function person({ world }: Github, login: string): User {
  return must(world.userByLogin(login));
}

export function repositoryOf({ world }: Github, { repository }: { repository: string }): Repository {
  return must(world.repositoryNamed(repository));
}

export function pullOf(github: Github, on: { repository: string; number: number }): Pull {
  return must(github.world.pull(repositoryOf(github, on).id, on.number));
}

export function organizationOf({ world }: Github, { organization }: { organization: string }): Organization {
  return must(world.organizationByLogin(organization));
}

/** The installation on an account; `app` (a slug) is needed only when there are several Apps. */
export function installationOf({ world }: Github, on: { account: string; app?: string | undefined }): Installation {
  const accountId = must(world.accountByLogin(on.account)).record.id;
  const rows = [...world.installations.values()].filter((row) => row.accountId === accountId);
  return must(rows.find((row) => on.app === undefined || world.app(row.appId).slug === on.app));
}
