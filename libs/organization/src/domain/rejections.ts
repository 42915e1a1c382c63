import { errorCode, Rejection } from '@foundry/messaging';

/** The person of a role change is not a member here, nor blocked. */
export class MemberUnknown extends Rejection {
  constructor() {
    super('member.unknown', 'missing', 'This person is not a member of the organization; GitHub decides who is.');
  }
}

/** Owners of the organization at GitHub are owners here, whatever anybody here says. */
export class GithubOwner extends Rejection {
  constructor() {
    super('member.github_owner', 'conflict', 'This person owns the organization on GitHub; change that there first.');
  }
}

/** Only owners make admins. The attempt is an entry of the audit log. */
export class NeedsOwner extends Rejection {
  constructor() {
    super('member.needs_owner', 'forbidden', 'Only an owner may make somebody an admin; ask an owner.', {
      audited: true,
    });
  }
}

/** Nobody changes their own role, so nobody locks themselves out or rises alone. */
export class OwnRole extends Rejection {
  constructor() {
    super('member.self', 'conflict', 'You cannot change your own role; ask another admin.');
  }
}

/** A provider that this instance does not offer. */
export class ProviderUnknown extends Rejection {
  constructor(provider: string) {
    super('settings.provider_unknown', 'invalid', `This instance does not offer sandboxes from ${provider}.`, {
      details: { errors: [{ pointer: '/sandboxProviders', code: 'settings.provider_unknown', detail: 'not offered' }] },
    });
  }
}

/** Local sandboxes may be less isolated than others, so only an owner adds them. The attempt is audited. */
export class LocalNeedsOwner extends Rejection {
  constructor() {
    super('settings.local_needs_owner', 'forbidden', 'Only an owner may allow local sandboxes; ask an owner.', {
      audited: true,
    });
  }
}

/** A change of roles asked for with an API token; a token never changes roles. */
export class NotByToken extends Rejection {
  constructor() {
    super('token.scope_missing', 'forbidden', 'API tokens cannot change roles; do this signed in.', { audited: true });
  }
}

/** A command that only Foundry itself sends, or one that only people send. */
export class WrongSender extends Rejection {
  constructor() {
    super('command.wrong_sender', 'forbidden', 'This command is not for this kind of sender.');
  }
}

export const memberUnknown = errorCode({
  code: 'member.unknown',
  kind: 'missing',
  title: 'Not a member',
  meaning: 'The person is not a member of this organization, and is not blocked in it.',
  remedy: 'Add the person to the organization on GitHub; they become a member when they sign in.',
});

export const memberGithubOwner = errorCode({
  code: 'member.github_owner',
  kind: 'conflict',
  title: 'Owners at GitHub are owners here',
  meaning: 'The person owns the organization on GitHub, so nobody can change their role here.',
  remedy: 'Change the role on GitHub first.',
});

export const memberNeedsOwner = errorCode({
  code: 'member.needs_owner',
  kind: 'forbidden',
  title: 'Only an owner makes admins',
  meaning: 'An admin tried to make somebody an admin.',
  remedy: 'Ask an owner of the organization.',
});

export const memberSelf = errorCode({
  code: 'member.self',
  kind: 'conflict',
  title: 'Nobody changes their own role',
  meaning: 'The person of the request is the one who asks.',
  remedy: 'Ask another admin or owner.',
});

export const settingsProviderUnknown = errorCode({
  code: 'settings.provider_unknown',
  kind: 'invalid',
  title: 'This provider is not offered',
  meaning: 'The settings name a sandbox provider that this instance is not configured for.',
  remedy: 'Choose another provider, or ask the operator to configure this one.',
});

export const settingsLocalNeedsOwner = errorCode({
  code: 'settings.local_needs_owner',
  kind: 'forbidden',
  title: 'Only an owner allows local sandboxes',
  meaning: 'Local sandboxes are isolated only where the machine can, so an admin may not add them.',
  remedy: 'Ask an owner of the organization.',
});
