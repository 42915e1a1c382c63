import { errorCode, Rejection } from '@foundry/messaging';

/** A person pinned as many tasks as they may. */
export class PinLimit extends Rejection {
  constructor(limit: number) {
    super('pin.limit', 'conflict', `You have ${String(limit)} pinned tasks; take a pin away first.`);
  }
}

export const pinLimit = errorCode({
  code: 'pin.limit',
  kind: 'conflict',
  title: 'Too many pinned tasks',
  meaning: 'A person has at most 200 pins. Nothing was changed.',
  remedy: 'Take the pin of another task away.',
});

/** A person has as many drafts as they may. */
export class DraftLimit extends Rejection {
  constructor(limit: number) {
    super('draft.limit', 'conflict', `You have ${String(limit)} drafts; send or empty one first.`);
  }
}

export const draftLimit = errorCode({
  code: 'draft.limit',
  kind: 'conflict',
  title: 'Too many drafts',
  meaning: 'A person has at most 500 drafts. This one was not kept.',
  remedy: 'Send or empty another draft.',
});

/** The task has no such session, or none at all. */
export class SessionUnknown extends Rejection {
  constructor() {
    super('session.unknown', 'missing', 'The task has no such session.');
  }
}

export const sessionUnknown = errorCode({
  code: 'session.unknown',
  kind: 'missing',
  title: 'The task has no such session',
  meaning: 'The task may be read, but the session is not one of it, or it has none yet.',
  remedy: 'Read the sessions of the task again.',
});

/** What was typed to confirm is not the own login. */
export class NotConfirmed extends Rejection {
  constructor() {
    super('user.confirmation', 'invalid', 'Type your own login to delete your account.', {
      details: { errors: [{ pointer: '/login', code: 'user.confirmation', detail: 'must be your login' }] },
    });
  }
}

export const notConfirmed = errorCode({
  code: 'user.confirmation',
  kind: 'invalid',
  title: 'The login is not yours',
  meaning: 'Deleting an account has to be confirmed with its login. Nothing was changed.',
  remedy: 'Type your login as GitHub shows it.',
});

/** Deleting an account needs a sign-in of the last ten minutes. */
export class SignInTooOld extends Rejection {
  constructor() {
    super(
      'session.too_old',
      'forbidden',
      'Sign in again to delete your account; it needs a sign-in of the last 10 minutes.',
      {
        details: { action: { kind: 'sign_in', href: '/sign-in' } },
      },
    );
  }
}

export const signInTooOld = errorCode({
  code: 'session.too_old',
  kind: 'forbidden',
  title: 'You signed in too long ago',
  meaning: 'This act needs a sign-in of the last 10 minutes, so that a browser left open cannot do it.',
  remedy: 'Sign in again, then repeat it.',
});

/** Nothing new is kept of an archived task. */
export class TaskPutAway extends Rejection {
  constructor() {
    super('task.archived', 'conflict', 'The task is archived; restore it first.');
  }
}

export const taskPutAway = errorCode({
  code: 'task.archived',
  kind: 'conflict',
  title: 'The task is archived',
  meaning: 'The task is put away, and nothing new is kept of it. Nothing was changed.',
  remedy: 'Restore the task first.',
});
