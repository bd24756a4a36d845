export { FairQueue, type WaitingHolder } from './fair-queue.js';
export { FairSlots, type Holder } from './fair-slots.js';
