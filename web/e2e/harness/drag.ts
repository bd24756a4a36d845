import type { CDPSession, Locator, Page } from '@playwright/test';

interface Point {
  x: number;
  y: number;
}

/** Holds longer than the press that lifts a card. */
const HOLD_MILLISECONDS = 350;

async function middleOf(target: Locator): Promise<Point> {
  const box = await target.boundingBox();
  if (!box) throw new Error('Nothing to drag to: it is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) };
}

/** Picks up by mouse and carries to a target, in steps as a hand does. The target may appear only while something is carried. */
export async function carryByMouse(page: Page, from: Locator, to: Locator): Promise<void> {
  // Hovering waits until the card stands still: what came before may just have moved it.
  const { height = 0, width = 0 } = (await from.boundingBox()) ?? {};
  await from.hover({ position: { x: width / 2, y: Math.min(height / 2, 40) } });
  const start = await middleOf(from);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 12, { steps: 4 });
  const end = await middleOf(to);
  await page.mouse.move(end.x, end.y, { steps: 12 });
}

export async function dragByMouse(page: Page, from: Locator, to: Locator): Promise<void> {
  await carryByMouse(page, from, to);
  await page.mouse.up();
}

/** A long press, then along the glass. */
export async function dragByFinger(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await middleOf(from);
  const end = await middleOf(to);
  const touch = await page.context().newCDPSession(page);
  await send(touch, 'touchStart', start);
  await page.waitForTimeout(HOLD_MILLISECONDS);
  for (let step = 1; step <= 10; step += 1) {
    await send(touch, 'touchMove', { x: start.x + ((end.x - start.x) * step) / 10, y: start.y + ((end.y - start.y) * step) / 10 });
  }
  await send(touch, 'touchEnd');
  await touch.detach();
}

async function send(touch: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', point?: Point): Promise<void> {
  await touch.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] });
}
