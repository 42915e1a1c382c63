import { GithubAppModule } from '@foundry/github-data';
import type { Diagnosis, InstanceApp } from '@foundry/github-data/contracts';
import { BootError, Encryption, KeyRing, NotReadable, openToolDoor } from '@foundry/messaging';
import { bad, note } from './findings.js';
import type { Surroundings } from './surroundings.js';

const About = 'GitHub App';

/** The App of the environment, else the one of the set-up page, and whether GitHub and Foundry agree about it. */
export async function examineGithub(surroundings: Surroundings): Promise<Diagnosis[]> {
  const { environment, publicUrl, demonstration } = surroundings;
  if (demonstration !== null) {
    return [note(About, `This is the demonstration GitHub of npm start, ${demonstration}; nothing is wrong with it.`)];
  }
  try {
    const { app: named, webUrl, apiUrl } = GithubAppModule.named(environment);
    const app = named ?? (await registered(surroundings));
    if (app === null) {
      const remedy = 'Open the link of npm run operator -- setup-link, or set the GITHUB_ keys; docs/github-setup.md.';
      return [bad(About, 'There is none yet, so nobody can sign in.', remedy)];
    }
    return await GithubAppModule.examine(app, { webUrl, apiUrl, publicUrl });
  } catch (error) {
    if (error instanceof NotReadable) {
      return [bad(About, error.message, 'Put the former key back into FOUNDRY_ENCRYPTION_KEYS, behind the others.')];
    }
    if (error instanceof BootError) return [bad(About, error.message, 'See docs/github-setup.md.')];
    throw error;
  }
}

/** Null as well when there is no database to look into; that is said elsewhere. */
async function registered({ databaseUrl, keys }: Surroundings): Promise<InstanceApp | null> {
  if (databaseUrl === null || keys === null) return null;
  const door = await openToolDoor(databaseUrl);
  try {
    // An older release has not made the table yet; its next start does.
    const [table] = await door.database.sql`select 1 where to_regclass('github_data.app_registration') is not null`;
    if (table === undefined) return null;
    return await GithubAppModule.registered(door.database, new Encryption(new KeyRing(keys)));
  } finally {
    await door.close();
  }
}
