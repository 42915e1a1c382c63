import { Rejection } from '@foundry/messaging';

/** Operations name the person whose authority they use, so only Foundry itself may ask for them. */
export class WrongSender extends Rejection {
  constructor() {
    super('command.wrong_sender', 'forbidden', 'This command is not for this kind of sender.');
  }
}

/** The id belongs to an operation of another organization. */
export class OperationIdTaken extends Rejection {
  constructor() {
    super('operation.id_taken', 'conflict', 'This id belongs to another operation; send a new one.');
  }
}
