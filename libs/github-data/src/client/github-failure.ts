import type { GithubWords } from './github-words.js';

/** Why GitHub did not give what was asked, by what can be done about it. */
export type FailureKind =
  | 'unavailable'
  | 'unauthorized'
  | 'forbidden'
  | 'limited'
  | 'missing'
  | 'suspended'
  | 'refused'
  | 'unreadable'
  | 'not_configured';

const CODES: Record<FailureKind, string> = {
  unavailable: 'github.unavailable',
  unauthorized: 'github.unauthorized',
  forbidden: 'github.forbidden',
  limited: 'github.rate_limited',
  missing: 'github.not_found',
  suspended: 'github.suspended',
  refused: 'github.refused',
  unreadable: 'github.unreadable',
  not_configured: 'github.not_configured',
};

const SENTENCES: Record<FailureKind, string> = {
  unavailable: 'GitHub does not answer, or answers with an error of its own. It is tried again by the next sweep.',
  unauthorized:
    'GitHub refuses the credentials of the App. An operator should compare GITHUB_APP_ID and its key with the App at GitHub.',
  forbidden: 'GitHub does not allow the App to read this. An owner should look at the permissions of the App.',
  limited: 'GitHub asked to wait. It goes on by itself at that time.',
  missing: 'GitHub does not know this, or does not show it to the App. An owner should look at the installation there.',
  suspended: 'The App is suspended there. An owner can unsuspend it on GitHub.',
  refused: 'GitHub understood what was asked and does not do it.',
  unreadable: 'GitHub answered something that could not be read. The next sync tries again.',
  not_configured: 'No GitHub App is set up in this installation. An operator sets the GITHUB_ keys of .env.example.',
};

/** A call that did not end in an answer. The text is safe to show: it never has a token, a header or an answer in it. */
export class GithubFailure extends Error {
  /** Of the kinds `refused` and `forbidden`; null when GitHub gave none. */
  readonly words: GithubWords | null;

  constructor(
    readonly kind: FailureKind,
    readonly status: number | null,
    /** Nothing may be asked of this budget before then. */
    readonly until: Date | null = null,
    { words = null, ...options }: ErrorOptions & { words?: GithubWords | null } = {},
  ) {
    super(SENTENCES[kind], options);
    this.name = 'GithubFailure';
    this.words = words;
  }

  get code(): string {
    return CODES[this.kind];
  }
}
