import { REALTIME_CLOSE } from '@foundry/messaging/contracts';
import { WebSocket } from 'ws';

const OWN_CODES = new Map([
  [1009, REALTIME_CLOSE.frameTooLarge],
  [1007, REALTIME_CLOSE.notUnderstood],
]);

/** The library closes with its own codes when a frame is too large or not UTF-8; clients know ours. */
export class FoundryWebSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === undefined ? code : (OWN_CODES.get(code) ?? code), reason);
  }
}
