import type { ErrorCode } from '@foundry/messaging';

export const webhookSignatureInvalid: ErrorCode = {
  code: 'webhook.signature_invalid',
  status: 401,
  title: 'The signature of the webhook does not fit',
  meaning: 'The body was not signed with the webhook secret that is configured here. Nothing was stored.',
  remedy: 'Set the same webhook secret in the settings of the GitHub App and in GITHUB_WEBHOOK_SECRET.',
};
