import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where command-line tools find the running product. It names the database with its password, hence mode 0600. */
export async function announceInstance(
  dataDir: string,
  instance: { url: string; databaseUrl: string; pid: number; demonstration: string | null },
): Promise<() => Promise<void>> {
  const path = join(dataDir, 'instance.json');
  await rm(path, { force: true });
  await writeFile(path, `${JSON.stringify(instance, null, 2)}\n`, { mode: 0o600 });
  return () => rm(path, { force: true });
}
