/**
 * What the platform's own git never does: run hooks, monitors, filters or other programs that the repository's
 * configuration names, ask anybody, or read another person's configuration.
 */
const FIXED: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.untrackedCache=false',
  'core.quotePath=false',
  'core.autocrlf=false',
  'core.alternateRefsCommand=',
  'commit.gpgSign=false',
  'tag.gpgSign=false',
  'push.gpgSign=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'protocol.ext.allow=never',
  'advice.detachedHead=false',
  // Our helper answers for one repository only, so it has to be told which one.
  'credential.useHttpPath=true',
  // Empties the list of helpers, whoever configured one.
  'credential.helper=',
];

export const GIT_ENVIRONMENT: Readonly<Record<string, string>> = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '/bin/false',
  SSH_ASKPASS: '/bin/false',
  GIT_PAGER: 'cat',
  GIT_EDITOR: '/bin/false',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_EXTERNAL_DIFF: '',
  LC_ALL: 'C',
};

/** Keys that name a program; each is set to what runs none. */
const PROGRAMS: readonly { form: RegExp; quiet: (key: string) => string }[] = [
  { form: /^filter\..+\.(?:clean|smudge|process)$/, quiet: (key) => `${key}=` },
  { form: /^filter\..+\.required$/, quiet: (key) => `${key}=false` },
  { form: /^diff\..+\.(?:command|textconv)$/, quiet: (key) => `${key}=` },
  { form: /^diff\.external$/, quiet: (key) => `${key}=` },
  { form: /^merge\..+\.driver$/, quiet: (key) => `${key}=false` },
  { form: /^core\.(?:sshcommand|gitproxy|askpass|editor|pager)$/, quiet: (key) => `${key}=/bin/false` },
  { form: /^remote\..+\.(?:uploadpack|receivepack|vcs)$/, quiet: (key) => `${key}=` },
];

/** The options that come before git's own command. `configured`: names of keys that the repository sets. */
export function gitOptions(configured: readonly string[], helper: string | null): string[] {
  const quiet = configured.flatMap((key) => {
    const program = PROGRAMS.find(({ form }) => form.test(key));
    return program ? [program.quiet(key)] : [];
  });
  const all = [...FIXED, ...new Set(quiet), ...(helper === null ? [] : [`credential.helper=${helper}`])];
  return ['--no-pager', ...all.flatMap((option) => ['-c', option])];
}
