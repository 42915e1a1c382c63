import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { effectNotCancellable, effectNotGivenUp, effectSettled, effectSuperseded } from '../commands/rejections.js';
import { CancelEffect, ChangedEffect, EffectState, EffectView, Id64, RetryEffect, Uuid } from '../contracts/index.js';
import { Allow } from '../http/access.js';
import type { Answer } from '../http/answer.js';
import { As, Asked } from '../http/asked.js';
import { Commands } from '../http/commands.js';
import { PathOf, QueryOf } from '../http/input.js';
import { pageOf, pageQuery, Pages } from '../http/pages.js';
import { Route } from '../http/route.js';
import { Registry } from '../registry/registry.js';
import { NotFound } from '../rejections/rejection.js';
import { EffectReader } from './effect-reader.js';
import { effectView } from './effect-rows.js';
import { InspectorAccess } from './inspector-access.js';
import { several } from './several.js';
import { shownPage } from './shown-page.js';

export const EffectPath = z.strictObject({
  effectId: Uuid.meta({ description: 'The effect.', examples: ['0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11'] }),
});
export type EffectPath = z.infer<typeof EffectPath>;

export const EffectQuery = pageQuery({
  state: several(EffectState, 'Only effects in these states.', 'gave_up'),
  module: several(z.string().max(40), 'Only effects of these modules.', 'sandbox'),
  organizationId: Id64.optional().meta({ description: 'Only effects of this organization.', examples: ['9919'] }),
});
export type EffectQuery = z.infer<typeof EffectQuery>;

export const EffectPage = pageOf(EffectView).meta({
  id: 'EffectPage',
  description: 'Effects, newest first.',
  examples: [{ items: [], nextCursor: null }],
});

const Place = z.strictObject({ at: z.string(), id: Uuid });

/** Slow and outside work of an organization, for its admins. */
@Controller('v1/inspector/effects')
export class EffectsController {
  constructor(
    private readonly access: InspectorAccess,
    private readonly effects: EffectReader,
    private readonly registry: Registry,
    private readonly pages: Pages,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Allow({ administers: 'always', scope: 'organization:read' })
  @Route({
    operationId: 'listEffects',
    tag: 'messaging',
    summary: 'List effects',
    description:
      'Effects of the organizations that the caller administers, newest first; an operator sees all. Each with its ' +
      'state, step, attempts, deadline and what may be done with it.',
    answers: { 200: EffectPage },
  })
  async listEffects(@QueryOf(EffectQuery) query: EffectQuery, @As() asked: Asked): Promise<Answer> {
    const organizations = await this.access.organizations(asked.caller, query.organizationId);
    const page = this.pages.open(asked, query, Place);
    const filter = { states: query.state ?? null, modules: query.module ?? null, organizations };
    const rows = await this.effects.page(filter, page.after, page.take);
    return shownPage(
      page,
      rows,
      (row) => effectView(row, this.registry, true),
      ({ place, id }) => ({ at: place, id }),
    );
  }

  @Post(':effectId/retry')
  @Allow({ administers: 'always', scope: 'organization:write' })
  @Route({
    operationId: 'retryEffect',
    tag: 'messaging',
    summary: 'Retry an effect that gave up',
    description:
      'Asks for it again with renewed attempts and deadline, after its module agreed that it is still wanted. For ' +
      'admins of its organization and operators.',
    answers: { 200: ChangedEffect },
    problems: [effectNotGivenUp, effectSuperseded],
    command: RetryEffect,
  })
  async retryEffect(@PathOf(EffectPath) { effectId }: EffectPath, @As() asked: Asked): Promise<Answer> {
    await this.mustAdminister(effectId, asked);
    return this.commands.execute(asked, RetryEffect, { effectId });
  }

  @Post(':effectId/cancel')
  @Allow({ administers: 'always', scope: 'organization:write' })
  @Route({
    operationId: 'cancelEffect',
    tag: 'messaging',
    summary: 'Cancel an effect',
    description:
      'An effect that does not run ends and its entity is told; a running one is told to stop and ends by itself, so ' +
      'the answer says `running`. For admins of its organization and operators.',
    answers: { 200: ChangedEffect },
    problems: [effectSettled, effectNotCancellable],
    command: CancelEffect,
  })
  async cancelEffect(@PathOf(EffectPath) { effectId }: EffectPath, @As() asked: Asked): Promise<Answer> {
    await this.mustAdminister(effectId, asked);
    return this.commands.execute(asked, CancelEffect, { effectId });
  }

  private async mustAdminister(effectId: string, { caller }: Asked): Promise<void> {
    const row = await this.effects.find(effectId);
    if (!row) throw new NotFound('This effect');
    const entity = { module: row.module, entityId: row.entity_id, organizationId: row.organization_id };
    await this.access.mustAdminister(caller, entity, 'This effect');
  }
}
