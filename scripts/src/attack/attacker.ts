import os from 'node:os';
import { type AttackName, attacks } from './attacks.js';
import { Hostile } from './hostile.js';

/** Attacks until it is stopped, and says what it was answered. `argv`: the attack, and what the hostile person has, as JSON. */
const [name, person] = process.argv.slice(2) as [AttackName, string];
// In the world its machine is not the one that serves.
os.setPriority(os.constants.priority.PRIORITY_LOW);
const hostile = new Hostile(JSON.parse(person) as ConstructorParameters<typeof Hostile>[0]);
setInterval(() => process.stdout.write(`${JSON.stringify(hostile.answers)}\n`), 500);
await attacks[name].run(hostile);
