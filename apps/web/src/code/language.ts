/** Names by which people and files call a language, beside its own. */
const ALIASES: Readonly<Record<string, string>> = {
  cc: 'cpp',
  cjs: 'javascript',
  clj: 'clojure',
  console: 'bash',
  cs: 'csharp',
  cts: 'typescript',
  cxx: 'cpp',
  dockerfile: 'docker',
  erl: 'erlang',
  ex: 'elixir',
  exs: 'elixir',
  golang: 'go',
  gql: 'graphql',
  h: 'c',
  hpp: 'cpp',
  hs: 'haskell',
  htm: 'html',
  js: 'javascript',
  kt: 'kotlin',
  kts: 'kotlin',
  makefile: 'make',
  md: 'markdown',
  mdx: 'markdown',
  mjs: 'javascript',
  mk: 'make',
  mts: 'typescript',
  patch: 'diff',
  pl: 'perl',
  ps1: 'powershell',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  shellscript: 'bash',
  svg: 'xml',
  tf: 'hcl',
  ts: 'typescript',
  yml: 'yaml',
  zsh: 'bash',
};

/** What a language is called here, whoever names it. */
export function languageOf(name: string): string {
  const known = name.toLowerCase();
  return ALIASES[known] ?? known;
}

/** The language of a file by its name; empty when the name says nothing. */
export function languageOfPath(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  const end = name.includes('.') ? (name.split('.').at(-1) ?? '') : name;
  return languageOf(end);
}
