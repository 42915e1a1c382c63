import { FramesOf, type ReactsTo, ReactTo, type ShowsFrames } from '../../reactions/reaction.js';
import { EntryAppended, Ping, Pinged, Pong, Ponged } from './journal-messages.js';

@ReactTo(Pinged)
export class AnswerPing implements ReactsTo<Pinged> {
  react({ payload }: Pinged) {
    return [new Pong(payload)];
  }
}

@ReactTo(Ponged)
export class AnswerPong implements ReactsTo<Ponged> {
  react({ payload }: Ponged) {
    return [new Ping(payload)];
  }
}

@FramesOf(EntryAppended)
export class ShowEntries implements ShowsFrames<EntryAppended> {
  frames({ payload }: EntryAppended) {
    return [{ topic: `journal:${payload.journalId}`, type: 'entry', data: payload }];
  }
}
