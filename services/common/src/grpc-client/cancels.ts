/** At once, and every second from then on. */
const BURST = 50;
const PER_SECOND = 20;

/**
 * How often a channel may cancel calls. An HTTP/2 server ends the whole connection, with the calls of everybody on it, of a peer that resets more than a
 * thousand streams at once or 33 a second (against "rapid reset"). A call that is not cancelled runs to its end, and keeps the place of whoever left.
 */
export class Cancels {
  private left = BURST;
  private at = performance.now();

  take(): boolean {
    const now = performance.now();
    this.left = Math.min(BURST, this.left + ((now - this.at) / 1000) * PER_SECOND);
    this.at = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}
