import { Allow, Answer, As, Asked, Commands, Route } from '@foundry/messaging';
import { Controller, Post } from '@nestjs/common';
import { DiscoverAccounts } from '../contracts/index.js';
import { Pace } from './pace.js';

/** The search for a person's organizations. */
@Controller('v1/me/discovery')
export class DiscoveryController {
  private readonly pace = new Pace(1, 'One search a minute; the one you asked for is under way.');

  constructor(private readonly commands: Commands) {}

  @Post()
  @Allow({ sessionOnly: true })
  @Route({
    operationId: 'discoverOrganizations',
    tag: 'github-data',
    summary: 'Look for organizations',
    description: 'Asks GitHub where the caller belongs; once a minute. What is found comes on the own topic.',
    answers: { 202: null },
    command: DiscoverAccounts,
  })
  discover(@As() asked: Asked): Promise<Answer> {
    const { userId } = asked.caller.actor;
    this.pace.take(userId, asked.idempotency?.key);
    return this.commands.execute(asked, DiscoverAccounts, { userId });
  }
}
