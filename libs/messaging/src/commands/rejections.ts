import { errorCode } from '../rejections/error-code.js';
import { Rejection } from '../rejections/rejection.js';

export const deadLetterResolved = errorCode({
  code: 'dead_letter.resolved',
  kind: 'conflict',
  title: 'Somebody dealt with this dead letter',
  meaning: 'It was retried or discarded before, perhaps by another person at the same moment. Nothing was done.',
  remedy: 'Read it again; `retriedAs` names what runs in its place.',
});

export class DeadLetterResolved extends Rejection {
  constructor(state: string) {
    super(deadLetterResolved.code, 'conflict', `This dead letter was ${state} before; read it again.`);
  }
}

export const deadLetterUnreadable = errorCode({
  code: 'dead_letter.unreadable',
  kind: 'conflict',
  title: 'This dead letter cannot be tried again',
  meaning:
    'What arrived was no message of Foundry, or its like does not exist any more, so there is nothing to repeat.',
  remedy: 'Discard it, or find out what put it on the wire.',
});

export class DeadLetterUnreadable extends Rejection {
  constructor() {
    super(deadLetterUnreadable.code, 'conflict', 'There is no message in it that could be repeated; discard it.');
  }
}

export const commandStarted = errorCode({
  code: 'command.started',
  kind: 'conflict',
  title: 'The command has begun',
  meaning: 'A worker took it already. It runs to its end and cannot be cancelled any more.',
  remedy: 'Wait for its outcome, and undo it with another command if need be.',
});

export class CommandStarted extends Rejection {
  constructor() {
    super(commandStarted.code, 'conflict', 'A worker has begun with it; wait for its outcome.');
  }
}

export const commandSettled = errorCode({
  code: 'command.settled',
  kind: 'conflict',
  title: 'The command has ended',
  meaning: 'It has an outcome already. Nothing was done.',
  remedy: 'Read the command for its outcome.',
});

export class CommandSettled extends Rejection {
  constructor(outcome: string) {
    super(commandSettled.code, 'conflict', `It has ended: ${outcome}.`);
  }
}

export const effectNotGivenUp = errorCode({
  code: 'effect.not_given_up',
  kind: 'conflict',
  title: 'The effect has not given up',
  meaning: 'Only an effect that gave up can be asked for again; this one is open, succeeded or was cancelled.',
  remedy: 'Read the effect for its state.',
});

export class EffectNotGivenUp extends Rejection {
  constructor(state: string) {
    super(effectNotGivenUp.code, 'conflict', `It is ${state.replace('_', ' ')}; only what gave up is tried again.`);
  }
}

export const effectSuperseded = errorCode({
  code: 'effect.superseded',
  kind: 'conflict',
  title: 'Nobody waits for this effect any more',
  meaning: 'What asked for it went on without it, so doing it now would be wrong.',
  remedy: 'Look at the thing itself, and begin the act again there.',
});

export class EffectSuperseded extends Rejection {
  constructor() {
    super(effectSuperseded.code, 'conflict', 'What asked for it went on without it; begin the act again there.');
  }
}

export const effectSettled = errorCode({
  code: 'effect.settled',
  kind: 'conflict',
  title: 'The effect has ended',
  meaning: 'It succeeded, gave up or was cancelled before. Nothing was done.',
  remedy: 'Read the effect for its state.',
});

export class EffectSettled extends Rejection {
  constructor(state: string) {
    super(effectSettled.code, 'conflict', `It has ended: ${state.replace('_', ' ')}.`);
  }
}

export const effectNotCancellable = errorCode({
  code: 'effect.not_cancellable',
  kind: 'conflict',
  title: 'The effect cannot be cancelled now',
  meaning: 'It runs, and may never run twice: stopping it half-way would leave nobody knowing whether it was done.',
  remedy: 'Wait until it ends; its deadline says when that is at the latest.',
});

export class EffectNotCancellable extends Rejection {
  constructor() {
    super(effectNotCancellable.code, 'conflict', 'It runs and may not be stopped half-way; wait until it ends.');
  }
}
