import type { Linter } from 'eslint';

export const guards: Linter.Config[];
