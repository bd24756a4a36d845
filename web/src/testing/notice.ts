import { screen } from '@testing-library/react';

/** A notice at the edge of the page, by its whole sentence: the names in it are elements of their own. */
export function findNotice(sentence: string): Promise<HTMLElement> {
  return screen.findByText((_own, element) => element?.getAttribute('slot') === 'title' && element.textContent === sentence);
}
