import { GithubFailure } from '../client/github-failure.js';
import type { Diagnosis, InstanceApp } from '../contracts/index.js';
import { bad, type Patient } from './diagnoses.js';
import { examineIdentity } from './examine-identity.js';
import { examineInstallations } from './examine-installations.js';
import { examineSignIn } from './examine-sign-in.js';
import { examineWebhooks } from './examine-webhooks.js';

/** Looks at everything that GitHub and Foundry have to agree about. Changes nothing, at most one delivery is sent again. */
export async function examineApp(app: InstanceApp, patient: Patient): Promise<Diagnosis[]> {
  const { found, pageUrl } = await examineIdentity(app, patient);
  const signIn = await examineSignIn(app, patient);
  if (pageUrl === null) return [...found, ...signIn];
  return [...found, ...signIn, ...(await asTheApp(app, patient, pageUrl))];
}

async function asTheApp(app: InstanceApp, patient: Patient, pageUrl: string): Promise<Diagnosis[]> {
  try {
    return [...(await examineWebhooks(app, patient)), ...(await examineInstallations(app, patient, pageUrl))];
  } catch (error) {
    if (!(error instanceof GithubFailure)) throw error;
    return [bad('GitHub', 'It stopped answering while this was looked at.', 'Run this again.')];
  }
}
