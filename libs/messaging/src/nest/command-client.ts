import { Injectable } from '@nestjs/common';
import { ClientProxy, type ReadPacket, type WritePacket } from '@nestjs/microservices';
import { CommandMessage } from '../contracts/index.js';
import { CommandSender } from '../sending/command-sender.js';

/**
 * The kernel as a client of `@nestjs/microservices`: `client.send(pattern, command)` waits for the outcome,
 * `client.emit(pattern, command)` ends once the command is durable. The pattern is only a label: the command says
 * where it goes. Acts as Foundry itself; routes use `Commands`, which knows who is calling.
 */
@Injectable()
export class CommandClient extends ClientProxy {
  constructor(private readonly sender: CommandSender) {
    super();
  }

  connect(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    // The kernel's runtime closes what this uses.
  }

  unwrap<T>(): T {
    throw new TypeError('There is no other client below this one.');
  }

  protected publish(packet: ReadPacket, callback: (packet: WritePacket) => void): () => void {
    this.sender.request(commandIn(packet), CONTEXT).then(
      (requested) => {
        callback({ response: requested.state === 'settled' ? requested.reply : null, isDisposed: true });
      },
      (error: unknown) => {
        callback({ err: error, isDisposed: true });
      },
    );
    return () => undefined;
  }

  protected async dispatchEvent<T>(packet: ReadPacket<T>): Promise<T> {
    await this.sender.send([commandIn(packet)], CONTEXT);
    return packet.data;
  }
}

const CONTEXT = { actor: { kind: 'system' as const, module: 'messaging' } };

function commandIn({ data }: ReadPacket<unknown>): CommandMessage {
  if (isCommand(data)) return data;
  throw new TypeError('Only commands made by command() can be sent.');
}

const isCommand = (data: unknown): data is CommandMessage => data instanceof CommandMessage;
