import { errorCode, Rejection } from '@foundry/messaging';

/** GitHub was never told about Foundry there, or the App was taken away. */
export class GithubNotConnected extends Rejection {
  constructor() {
    super('github.not_connected', 'conflict', 'The GitHub App is not installed there; an owner can install it.');
  }
}

/** An owner suspended the App. */
export class GithubSuspended extends Rejection {
  constructor() {
    super('github.suspended', 'conflict', 'The GitHub App is suspended there; an owner can unsuspend it on GitHub.');
  }
}

/** No such run of this organization. */
export class SyncUnknown extends Rejection {
  constructor() {
    super('sync.unknown', 'missing', 'There is no such sync of this organization.');
  }
}

/** It ended before it could be cancelled. */
export class SyncNotRunning extends Rejection {
  constructor() {
    super('sync.not_running', 'conflict', 'This sync has ended already.');
  }
}

/** A sync was asked for repositories that are not of this organization. */
export class RepositoryUnknown extends Rejection {
  constructor() {
    super('repository.unknown', 'missing', 'There is no such repository in this organization.');
  }
}

/** No such receipt of this organization. */
export class DeliveryUnknown extends Rejection {
  constructor() {
    super('delivery.unknown', 'missing', 'There is no such delivery of this organization.');
  }
}

/** What GitHub sent is kept for seven days only. */
export class DeliveryPayloadExpired extends Rejection {
  constructor() {
    super('delivery.payload_expired', 'conflict', 'What GitHub sent is not kept any more; start a sync instead.');
  }
}

/** Only failed deliveries are applied again. */
export class DeliveryNotFailed extends Rejection {
  constructor() {
    super('delivery.not_failed', 'conflict', 'This delivery did not fail; there is nothing to repeat.');
  }
}

/** A return from GitHub that this person did not begin, or too late. */
export class ClaimInvalid extends Rejection {
  constructor() {
    super('claim.invalid', 'invalid', 'This link does not belong to you or is too old; start the installation again.', {
      audited: true,
    });
  }
}

/** The return was used before. */
export class ClaimUsed extends Rejection {
  constructor() {
    super('claim.used', 'conflict', 'This link was used already.', { audited: true });
  }
}

export const githubNotConnected = errorCode({
  code: 'github.not_connected',
  kind: 'conflict',
  title: 'The GitHub App is not installed',
  meaning: 'GitHub does not know Foundry for this account, or the App was uninstalled.',
  remedy: 'An owner of the account installs the App; the page of the organization has the link.',
});
export const githubSuspended = errorCode({
  code: 'github.suspended',
  kind: 'conflict',
  title: 'The GitHub App is suspended',
  meaning: 'An owner suspended the App at GitHub. What is known stays readable.',
  remedy: 'An owner unsuspends it in the settings of the account at GitHub.',
});
export const syncUnknown = errorCode({
  code: 'sync.unknown',
  kind: 'missing',
  title: 'There is no such sync',
  meaning: 'The organization has no run with this id, or it was dropped with age.',
  remedy: 'List the runs of the organization.',
});
export const syncNotRunning = errorCode({
  code: 'sync.not_running',
  kind: 'conflict',
  title: 'This sync has ended',
  meaning: 'It ended before it could be cancelled.',
  remedy: 'Nothing to do; read the run to see how it ended.',
});
export const repositoryUnknown = errorCode({
  code: 'repository.unknown',
  kind: 'missing',
  title: 'There is no such repository',
  meaning: 'The organization has no repository with this id that is known here.',
  remedy: 'List the repositories of the organization, or start a sync.',
});
export const deliveryUnknown = errorCode({
  code: 'delivery.unknown',
  kind: 'missing',
  title: 'There is no such delivery',
  meaning: 'The organization has no webhook delivery with this id, or it was dropped with age.',
  remedy: 'List the deliveries of the organization.',
});
export const deliveryPayloadExpired = errorCode({
  code: 'delivery.payload_expired',
  kind: 'conflict',
  title: 'What was delivered is not kept any more',
  meaning: 'The content of a delivery is dropped after seven days.',
  remedy: 'Start a sync: it reads the present state.',
});
export const deliveryNotFailed = errorCode({
  code: 'delivery.not_failed',
  kind: 'conflict',
  title: 'This delivery did not fail',
  meaning: 'It was applied, ignored, or is still waiting for its turn.',
  remedy: 'Nothing to do.',
});
