import { InstanceController } from './health/instance.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';

/** Routes of the API itself; those of modules come with their API modules. */
export const OWN_CONTROLLERS = [InstanceController, MetricsController];
