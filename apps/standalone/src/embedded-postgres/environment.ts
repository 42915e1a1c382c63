/** Variables that the programs of Postgres may see: not the product's, which hold secrets, and no PG*, which would change what they do. */
const wanted = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];

/** The environment of Postgres. Its messages are in English because we read them. */
export function environment(): NodeJS.ProcessEnv {
  const kept = wanted.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
