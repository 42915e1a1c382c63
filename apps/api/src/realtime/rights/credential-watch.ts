import { Unavailable } from '@foundry/messaging';
import { REALTIME_CLOSE } from '@foundry/messaging/contracts';
import type { AuthenticatesSocket } from '../opening/authenticates-socket.js';
import type { RealtimeLog } from '../realtime-log.js';
import type { OpenSockets } from '../sockets/open-sockets.js';

/** Closes the sockets of ended sessions and revoked tokens; asked by events, and every few seconds in case none came. */
export class CredentialWatch {
  constructor(
    private readonly sockets: OpenSockets,
    private readonly authentication: AuthenticatesSocket,
    private readonly log: RealtimeLog,
  ) {}

  /** Checks the credentials of all open sockets, or of one person's, in one query. */
  async check(userId?: string): Promise<void> {
    const credentials = this.sockets.credentials(userId);
    if (credentials.length === 0) return;
    try {
      const ended = await this.authentication.ended(credentials);
      for (const { socket } of this.sockets.standingOn(ended)) socket.close(REALTIME_CLOSE.signedOut, 'Signed out.');
    } catch (error) {
      const level = error instanceof Unavailable ? 'warn' : 'error';
      this.log[level]({ error, credentials: credentials.length }, 'credentials not checked, will be tried again');
    }
  }
}
