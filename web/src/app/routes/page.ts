import { createRoute, type AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { lazyPart } from '@/lib/code/lazy-part.js';

type Pages<Name extends string> = { [key in Name]: ComponentType };

/** A page whose code is fetched when it is visited, or when a link to it is about to be. */
export function page<Parent extends AnyRoute, const Path extends string, Name extends string>(parent: Parent, path: Path, load: () => Promise<Pages<Name>>, name: Name) {
  return createRoute({ getParentRoute: () => parent, path, component: lazyPart(load, name) });
}
