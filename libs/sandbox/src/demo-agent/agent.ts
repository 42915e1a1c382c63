import { isAbsolute } from 'node:path';
import { workOn } from './free-request.js';
import { type Fields, fieldsOf, listOf, textOf } from './json.js';
import { DEMO_AGENT } from './offer.js';
import { ErrorAnswer, INVALID_PARAMS, METHOD_NOT_FOUND, type Peer } from './peer.js';
import { perform } from './perform.js';
import { scriptOf } from './script.js';
import { Session } from './session.js';
import { Stopped, Turn } from './turn.js';

const PROTOCOL = 1;
const RESOURCE_NOT_FOUND = -32002;
const INVALID_REQUEST = -32600;

/** The demo agent by the Agent Client Protocol, version 1. Its README says what it understands. */
export class DemoAgent {
  private readonly sessions = new Map<string, Session>();
  private readonly turns = new Map<string, Turn>();

  constructor(private readonly peer: Peer) {}

  /** Throws `ErrorAnswer`. */
  async handle(method: string, params: Fields): Promise<unknown> {
    switch (method) {
      case 'initialize':
        return this.initialize();
      case 'authenticate':
        return {};
      case 'session/new':
        return this.begin(params);
      case 'session/load':
        return this.load(params);
      case 'session/prompt':
        return this.prompt(params);
      case 'session/cancel':
        this.turns.get(textOf(params['sessionId']))?.cancel();
        return null;
      case 'session/set_mode':
        return this.choose(params, 'mode', params['modeId'], false);
      case 'session/set_model':
        return this.choose(params, 'model', params['modelId'], false);
      case 'session/set_config_option':
        return this.choose(params, textOf(params['configId']), params['value'], true);
      default:
        throw new ErrorAnswer(METHOD_NOT_FOUND, `The demo agent knows no ${method}.`);
    }
  }

  private initialize(): object {
    return {
      protocolVersion: PROTOCOL,
      agentCapabilities: {
        loadSession: true,
        promptCapabilities: { image: true, audio: false, embeddedContext: true },
        mcpCapabilities: { http: false, sse: false },
      },
      agentInfo: { name: 'foundry-demo-agent', title: DEMO_AGENT.name, version: DEMO_AGENT.version },
      authMethods: [],
    };
  }

  private begin(params: Fields): object {
    const session = Session.begin(this.peer, folderOf(params));
    this.keep(session);
    return { sessionId: session.id, ...session.settings() };
  }

  private load(params: Fields): object {
    const id = textOf(params['sessionId']);
    const session = Session.resume(this.peer, id, folderOf(params));
    if (!session) throw new ErrorAnswer(RESOURCE_NOT_FOUND, `There is no session ${id}.`);
    this.keep(session);
    return session.settings();
  }

  /** Commands are told after the answer that names the session. */
  private keep(session: Session): void {
    this.sessions.set(session.id, session);
    setImmediate(() => {
      session.tellCommands();
    });
  }

  private async prompt(params: Fields): Promise<object> {
    const session = this.sessionOf(params);
    if (this.turns.has(session.id)) throw new ErrorAnswer(INVALID_REQUEST, 'A prompt of this session is under way.');
    const turn = new Turn(this.peer, session);
    this.turns.set(session.id, turn);
    const request = requestOf(params);
    // The client knows what it said; whoever loads the session does not.
    session.words('user_message_chunk', request, false);
    try {
      const images = imagesOf(params);
      if (images.length > 0) await turn.say(seen(images));
      if (images.length === 0 || request !== '') await work(turn, request);
      return { stopReason: turn.signal.aborted ? 'cancelled' : 'end_turn' };
    } catch (error) {
      if (error instanceof Stopped) return { stopReason: 'cancelled' };
      throw error;
    } finally {
      session.flush();
      this.turns.delete(session.id);
    }
  }

  private choose(params: Fields, choice: string, value: unknown, isShown: boolean): object {
    const session = this.sessionOf(params);
    if (!session.choose(choice, textOf(value))) {
      throw new ErrorAnswer(INVALID_PARAMS, `The demo agent offers no ${choice} “${textOf(value)}”.`);
    }
    return isShown ? session.settings() : {};
  }

  private sessionOf(params: Fields): Session {
    const id = textOf(params['sessionId']);
    const session = this.sessions.get(id);
    if (!session) throw new ErrorAnswer(RESOURCE_NOT_FOUND, `There is no session ${id}.`);
    return session;
  }
}

async function work(turn: Turn, request: string): Promise<void> {
  const steps = scriptOf(request);
  if (!steps) return workOn(turn, request);
  for (const step of steps) {
    turn.mustGoOn();
    await perform(turn, step);
  }
}

/** What people wrote is the last text; before it stands what the client adds. */
function requestOf(params: Fields): string {
  const texts = listOf(params['prompt']).flatMap((block) => {
    const { type, text } = fieldsOf(block);
    return type === 'text' ? [textOf(text)] : [];
  });
  return texts.at(-1) ?? '';
}

/** The type and the bytes of each image of a prompt. */
function imagesOf(params: Fields): { type: string; bytes: number }[] {
  return listOf(params['prompt']).flatMap((block) => {
    const { type, mimeType, data } = fieldsOf(block);
    if (type !== 'image') return [];
    return [{ type: textOf(mimeType), bytes: Buffer.from(textOf(data), 'base64').length }];
  });
}

/** It cannot see, so it says what it was given. */
function seen(images: readonly { type: string; bytes: number }[]): string {
  const each = images.map(({ type, bytes }) => `${type}, ${String(bytes)} bytes`);
  return `You sent ${images.length === 1 ? 'an image' : `${String(images.length)} images`}: ${each.join('; ')}.\n`;
}

function folderOf(params: Fields): string {
  const cwd = textOf(params['cwd']);
  if (!isAbsolute(cwd)) throw new ErrorAnswer(INVALID_PARAMS, 'The folder of a session (cwd) is an absolute path.');
  return cwd;
}
