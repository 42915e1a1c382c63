import { Catch, Controller, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import { CommandMessage, EffectMessage } from '../contracts/index.js';
import { Registry } from '../registry/registry.js';
import { EffectContext } from './contexts.js';
import { definitionOf } from '../sending/definition-of.js';
import { COMMAND_PATTERN, EFFECT_PATTERN } from './patterns.js';

/** The kernel decides what an error means, so Nest passes it on as it is. */
@Catch()
export class PassOn implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** Where messages enter Nest: guards, interceptors and filters of the application stand around these two. */
@Controller()
@UseFilters(PassOn)
export class WorkController {
  constructor(
    private readonly commands: CommandBus,
    private readonly registry: Registry,
  ) {}

  @MessagePattern(COMMAND_PATTERN)
  async handle(@Payload() command: CommandMessage): Promise<unknown> {
    return this.commands.execute(command);
  }

  @MessagePattern(EFFECT_PATTERN)
  async perform(@Payload() effect: EffectMessage, @Ctx() context: EffectContext): Promise<CommandMessage> {
    return this.registry.effectHandler(definitionOf(effect).name).perform(effect, context.attempt);
  }
}
