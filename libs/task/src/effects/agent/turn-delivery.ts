import { RecordDelivered } from '../../contracts/index.js';
import { recapOf } from '../../transcript/recap.js';
import { isAgentGone, isMachineLost } from './agent-failures.js';
import type { TurnEnding } from './turn-ending.js';
import type { TurnKeeper } from './turn-keeper.js';
import type { TurnParts } from './turn-parts.js';
import type { TurnSending } from './turn-sending.js';
import type { TurnSilence } from './turn-silence.js';

/** What a message's way depends on. */
interface Around {
  sending: TurnSending;
  ending: TurnEnding;
  silence: TurnSilence;
  keeper: TurnKeeper;
}

/** The message of a turn: its words for the agent, and its place in the transcript once the agent has them. */
export class TurnDelivery {
  private leftOut = 0;
  private isPlaced: boolean;

  constructor(
    private readonly parts: TurnParts,
    private readonly around: Around,
  ) {
    this.isPlaced = parts.row.isPlaced;
  }

  /** The agent has the message, or said something of it. */
  get isDelivered(): boolean {
    return this.around.sending.delivery === 'sent' || this.isPlaced;
  }

  /** When there is something to do for it; null: it is with the agent, or will not be sent any more. */
  get dueMs(): number | null {
    const { sending, ending } = this.around;
    return ending.why === null ? sending.dueMs : null;
  }

  async advance(nowMs: number): Promise<void> {
    const { sending, ending, silence } = this.around;
    try {
      await sending.advance(nowMs);
      if (sending.sentAtMs !== null) silence.told(sending.sentAtMs);
    } catch (error) {
      if (!isAgentGone(error) && !isMachineLost(error)) throw error;
      ending.lost(error);
    }
  }

  /** The words, with what was said before if this agent does not know it. */
  async prompt(): Promise<readonly unknown[]> {
    const { row, rows, payload, prompts } = this.parts;
    const needsRecap = row.facts?.needsRecap === true;
    const recap = needsRecap ? recapOf(await rows.recap(payload.sessionId, payload.turnId)) : null;
    const { blocks, leftOut } = await prompts.of(row, recap, row.facts?.takesImages === true);
    this.leftOut = leftOut;
    return blocks;
  }

  /**
   * The agent speaks of the prompt, so it has it: the message stands in the transcript before anything that is said to it.
   * What it says of one that was cancelled in doubt stands after the message too, but shows nothing of the next prompt.
   */
  async confirm(): Promise<void> {
    const { sending, keeper } = this.around;
    if (sending.isInDoubt) this.place();
    if (sending.delivery === 'sent' || !sending.isListening) return;
    sending.confirm();
    this.parts.transcript.endText();
    this.place();
    await keeper.flush();
    await this.tell();
  }

  private place(): void {
    if (this.isPlaced) return;
    this.isPlaced = true;
    const { transcript, row } = this.parts;
    transcript.endText();
    const { messageId, author, attachments, text } = row;
    if (row.facts?.needsRecap === true) {
      const words = 'The agent could not open the conversation again. It was told what was said last.';
      transcript.notice('agent.new_session', words);
    }
    const data = { messageId, author, attachments };
    transcript.draft.add({ kind: 'user_message', text, data, authorId: author.userId });
    if (this.leftOut > 0) {
      transcript.notice(
        'message.images_left_out',
        `This agent takes no images, so ${String(this.leftOut)} were left out.`,
      );
    }
  }

  /** Told to the task; the second time is dropped. */
  async tell(): Promise<void> {
    const { organizationId, taskId, turnId } = this.parts.payload;
    const at = new Date().toISOString();
    await this.parts.attempt.send('delivered', new RecordDelivered({ organizationId, taskId, turnId, at }));
  }
}
