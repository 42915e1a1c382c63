import { z } from 'zod';
import type { Diagnosis, InstanceApp } from '../contracts/index.js';
import { missingPermissions } from '../domain/installation-status.js';
import { askAsApp } from '../setup/app-page.js';
import { bad, note, ok, type Patient } from './diagnoses.js';

const Installation = z.object({
  account: z.object({ login: z.string() }),
  permissions: z.record(z.string(), z.string()),
  suspended_at: z.string().nullish(),
  html_url: z.string(),
});
type Installation = z.infer<typeof Installation>;

/** Where the App is installed (the first hundred), and whether it can work there. */
export async function examineInstallations(
  app: InstanceApp,
  { apiUrl }: Patient,
  pageUrl: string,
): Promise<Diagnosis[]> {
  const { data } = await askAsApp(app, apiUrl, 'GET /app/installations?per_page=100');
  const rows = z.array(Installation).safeParse(data).data ?? [];
  if (rows.length === 0) {
    return [note('Installations', 'The App is not installed anywhere.', `Install it: ${pageUrl}/installations/new`)];
  }
  return rows.map(stateOf);
}

function stateOf({
  account: { login },
  permissions,
  suspended_at: suspended,
  html_url: page,
}: Installation): Diagnosis {
  const about = `Installation on ${login}`;
  if (suspended) return bad(about, 'It is suspended.', `An owner unsuspends it: ${page}`);
  const missing = missingPermissions(permissions);
  if (missing.length === 0) return ok(about, 'connected');
  return bad(about, `An owner has not approved ${missing.join(', ')}.`, `Approve the new permissions: ${page}`);
}
