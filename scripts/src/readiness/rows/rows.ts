import type { Section } from '../row.js';
import { backup, containers, health } from './containers.js';
import { gaps } from './gaps.js';
import { pipelines } from './pipelines.js';
import { configuration, security } from './security.js';

/** The audit, as rows that commands make green. */
export const sections: readonly Section[] = [pipelines, containers, backup, health, security, configuration, gaps];
