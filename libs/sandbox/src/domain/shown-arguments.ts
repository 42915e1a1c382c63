const HIDDEN = '[secret]';

/** Tokens by their known forms: GitHub, Anthropic, OpenAI, AWS, Slack, and what stands in an address. */
const KNOWN = [
  /\bgh[pousr]_[A-Za-z0-9]{16,}\b/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,}\b/g,
  /\bsk-[A-Za-z0-9_-]{16,}/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/g,
  /(?<=:\/\/[^/\s:@]*:)[^/\s@]+(?=@)/g,
];
/** `--token=…`, `API_KEY=…`: the name says that the value is a secret. */
const NAMED = /^(-{0,2}[A-Za-z0-9_-]*(?:token|secret|password|passwd|api[-_]?key)[A-Za-z0-9_-]*=).+$/i;
const FLAG = /^--?[A-Za-z0-9_-]*(?:token|secret|password|passwd|api[-_]?key)[A-Za-z0-9_-]*$/i;

/** Arguments as people and the audit log see them: secrets of known forms and names are taken out. */
export function shownArguments(argv: readonly string[]): string[] {
  return argv.map((argument, index) => {
    if (index > 0 && FLAG.test(argv[index - 1] ?? '')) return HIDDEN;
    const named = argument.replace(NAMED, `$1${HIDDEN}`);
    return KNOWN.reduce((text, form) => text.replace(form, HIDDEN), named);
  });
}
