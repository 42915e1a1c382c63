import { type ErrorCode, errorCode } from '@foundry/messaging';

export const githubNotConfigured = errorCode({
  code: 'github.not_configured',
  kind: 'conflict',
  title: 'No GitHub App is set up',
  meaning: 'This installation has no GitHub App yet, so nothing can be installed.',
  remedy: 'Whoever runs Foundry opens the set-up link; `npm run operator -- setup-link` prints one.',
});

export const githubUnavailable: ErrorCode = {
  code: 'github.unavailable',
  status: 503,
  title: 'GitHub does not answer',
  meaning: 'GitHub did not answer, or did not accept the App of this installation.',
  remedy: 'Try again. If it stays, whoever runs Foundry runs `npm run doctor`.',
};
