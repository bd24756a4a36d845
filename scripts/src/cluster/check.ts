import type { Stage } from './stage.js';

/** What a check found out: figures for its line; a failure is thrown. */
export type Finding = { state: 'passed'; figures: string } | { state: 'skipped'; figures: string };

/** One line of the suite. */
export interface ClusterCheck {
  name: string;
  /** What it proves, for --list. */
  proves: string;
  run(stage: Stage): Promise<Finding>;
}

export const passed = (figures = ''): Finding => ({ state: 'passed', figures });

/** For what cannot be tried here; the reason stands on the line. */
export const skipped = (reason: string): Finding => ({ state: 'skipped', figures: reason });

/** A guarantee that does not hold. */
export function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
