import { expect, type Page } from '@playwright/test';

/** A finger needs 44 px; a control inside a field is smaller by the edge of that field. */
const CONTROL = 42;
/** WCAG 2.2: what stands in a line of text or of a list needs 24 px. */
const LINE = 24;

/** Every target of the page is large enough for a finger. */
export async function expectLargeTargets(page: Page): Promise<void> {
  const small = await page.evaluate(smallTargets, { control: CONTROL, line: LINE });
  expect(small, 'targets that are too small for a finger').toEqual([]);
}

function smallTargets({ control, line }: { control: number; line: number }): string[] {
  const targets = 'a[href], button, input, select, textarea, [role=tab], [role=option], [role=menuitem]';
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true], [inert]') && getComputedStyle(element).clipPath === 'none' && element.getBoundingClientRect().width > 1;
  // A check box is pressed by its label; what covers its card or its row, by that.
  const boxOf = (element: Element): DOMRect => {
    const covered = getComputedStyle(element, '::after').position === 'absolute' ? (element as HTMLElement).offsetParent : null;
    return (covered ?? element.closest('label') ?? element).getBoundingClientRect();
  };
  const isAmongWords = (element: Element) => element.matches('p a') && getComputedStyle(element).display === 'inline';
  // A link in a row that is a target itself.
  const isInRow = (element: Element) => element.matches('[role=gridcell] a, li:has([data-row]) a');
  return [...document.querySelectorAll(targets)].filter((element) => isSeen(element) && !isAmongWords(element)).flatMap((element) => {
    const { width, height } = boxOf(element);
    const enough = height >= (isInRow(element) ? line : control) && width >= line;
    return enough ? [] : [`${Math.round(width)} × ${Math.round(height)}: ${element.getAttribute('aria-label') ?? element.textContent ?? ''} ${element.outerHTML.slice(0, 120)}`];
  });
}
