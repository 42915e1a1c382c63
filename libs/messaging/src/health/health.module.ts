import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { HealthChecks } from './health-checks.js';

/** Readiness of this process; checks are ordinary providers of any module. */
@Module({ imports: [DiscoveryModule], providers: [HealthChecks], exports: [HealthChecks] })
export class HealthModule {}
