import { useEffect } from 'react';

const PRODUCT = 'CRM-VISION';

/** "Ada Lovelace – CRM-VISION". */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) document.title = `${title} – ${PRODUCT}`;
  }, [title]);
}
