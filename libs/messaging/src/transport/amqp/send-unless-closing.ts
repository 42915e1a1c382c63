import { IllegalOperationError } from 'amqplib';

/** A channel that is closing throws before it says so by its event. False: it took nothing. */
export function sendUnlessClosing(send: () => void): boolean {
  try {
    send();
    return true;
  } catch (error) {
    if (error instanceof IllegalOperationError) return false;
    throw error;
  }
}
