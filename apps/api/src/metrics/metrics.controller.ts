import { Allow, Answer, type ApiRequest, mayReadMetrics, Refusal, Route } from '@foundry/messaging';
import { Controller, Get, Req } from '@nestjs/common';
import { z } from 'zod';
import { HttpMetrics } from './http-metrics.js';

/** Who may read the metrics from elsewhere; null: nobody. */
export class MetricsToken {
  constructor(readonly value: string | null) {}
}

const Exposition = z.string().meta({ description: 'Prometheus text format.', examples: ['http_in_flight 1\n'] });

@Controller('metrics')
@Allow({ public: true })
export class MetricsController {
  constructor(
    private readonly metrics: HttpMetrics,
    private readonly token: MetricsToken,
  ) {}

  @Get()
  @Route({
    operationId: 'getMetrics',
    tag: 'instance',
    summary: 'Metrics for Prometheus',
    description:
      'Only from loopback and not through a proxy, or with the bearer token that the instance is configured with. Else it is as if the route did not exist.',
    answers: { 200: Exposition },
    media: 'text/plain',
  })
  async read(@Req() request: ApiRequest): Promise<Answer> {
    if (!mayReadMetrics(request, this.token.value))
      throw new Refusal('resource.not_found', 'There is nothing here for you.');
    const text = await this.metrics.registry.metrics();
    return new Answer(200, text, { 'Content-Type': this.metrics.registry.contentType });
  }
}
