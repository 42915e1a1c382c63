import { INSPECTOR_CONTROLLERS, type RouteEntry, routesOf } from '@foundry/messaging';
import { OWN_CONTROLLERS } from '../controllers.js';
import { API_MODULES } from '../modules.js';
import { controllersOf } from './controllers-of.js';

/** Every route of the product's API, from its classes alone. */
export const allRoutes = (): RouteEntry[] =>
  [...OWN_CONTROLLERS, ...INSPECTOR_CONTROLLERS, ...controllersOf(API_MODULES)].flatMap(routesOf);
