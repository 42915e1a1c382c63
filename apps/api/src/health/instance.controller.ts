import { Allow, Answer, HealthChecks, Route } from '@foundry/messaging';
import { Controller, Get } from '@nestjs/common';
import { Liveness, Readiness, Version } from './views.js';

/** What is running. */
export class Release {
  constructor(readonly version: Version) {}
}

@Controller()
@Allow({ public: true })
export class InstanceController {
  constructor(
    private readonly health: HealthChecks,
    private readonly release: Release,
  ) {}

  @Get('livez')
  @Route({
    operationId: 'getLiveness',
    tag: 'instance',
    summary: 'Whether the process answers',
    description: 'Answers while the event loop does and looks at nothing else. For the supervisor of the process.',
    answers: { 200: Liveness },
  })
  live() {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Route({
    operationId: 'getReadiness',
    tag: 'instance',
    summary: 'Whether this instance can work',
    description:
      'Asks every dependency, each at most 2 s. 200 while `ok` or `degraded`, 503 when `failed` or `draining`. For the balancer in front.',
    answers: { 200: Readiness, 503: Readiness },
  })
  async ready(): Promise<Answer> {
    const report = await this.health.report();
    return new Answer(report.status === 'ok' || report.status === 'degraded' ? 200 : 503, report);
  }

  @Get('version')
  @Route({
    operationId: 'getVersion',
    tag: 'instance',
    summary: 'What is running',
    description: 'Version, commit and build time of the product, and the version of this API.',
    answers: { 200: Version },
  })
  version() {
    return this.release.version;
  }
}
