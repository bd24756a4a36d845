import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { Auth, Crm } from '../clients.js';
import type { LiveSession } from '../sessions/session-cache.js';
import type { Route, RouteInput, RouteOutput } from './route.js';

/** Where a record is read from. */
export interface ShownFrom {
  auth: Auth;
  crm: Crm;
  session: LiveSession;
}

export interface HandleOptions {
  /** With STALE_VERSION the service sends the record as it is now; this puts it into public JSON. */
  current?: (record: never) => unknown;
  /** The record as a GET shows it: what a PATCH brings back from there unchanged is left out. */
  shown?: (from: ShownFrom, params: never) => unknown;
  /** Ask auth for the session instead of believing the cache. */
  freshSession?: boolean;
}

export interface HandledRoute extends HandleOptions {
  route: Route;
}

/** What a handler of this route receives. */
export type In<T extends Route> = RouteInput<T>;

type Handler<T extends Route> = (...parts: never[]) => Promise<RouteOutput<T> | void> | RouteOutput<T> | void;

const ROUTE = 'gateway:route';

/** Serves a declared route: method, path and status come from the declaration, and the answer has its shape. */
export function Handle<T extends Route>(
  route: T, options: HandleOptions = {},
): <H extends Handler<T>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>) => void {
  const handled: HandledRoute = { route, ...options };
  return applyDecorators(
    SetMetadata(ROUTE, handled),
    RequestMapping({ path: route.path.replaceAll(/\{(\w+)\}/g, ':$1'), method: RequestMethod[route.method] }),
    HttpCode(route.status),
  );
}

export function handledRoute(handler: object): HandledRoute {
  const handled = Reflect.getMetadata(ROUTE, handler) as HandledRoute | undefined;
  if (!handled) throw new Error(`${String(Reflect.get(handler, 'name'))} serves no declared route.`);
  return handled;
}
