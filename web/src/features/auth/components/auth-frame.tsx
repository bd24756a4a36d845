import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, languageNames, languages, setLanguage } from '@/lib/i18n/i18n.js';
import { useDocumentTitle } from '@/lib/use-document-title.js';

/** The quiet page around sign-in, sign-up and joining. */
export function AuthFrame({ title, children, footer }: { title: string; children: ReactNode; footer?: ReactNode }) {
  const { t } = useTranslation('auth');
  useDocumentTitle(title);
  return (
    <main className="flex min-h-dvh flex-col bg-canvas">
      <div className="flex flex-1 items-center justify-center px-4 py-10">
        <div className="w-full max-w-sm">
          <div className="mb-7 flex flex-col gap-1">
            <img src="/favicon.svg" alt="" width={36} height={36} className="mb-3" />
            <h1 className="text-2xl text-balance outline-none">{title}</h1>
            <p className="text-base text-muted">{t('tagline')}</p>
          </div>
          {children}
          {footer && <p className="mt-6 text-base text-muted">{footer}</p>}
        </div>
      </div>
      <LanguageChoice />
    </main>
  );
}

function LanguageChoice() {
  const here = currentLanguage();
  return (
    <div className="flex justify-center gap-1 p-4">
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === here}
          onClick={() => void setLanguage(language)}
          className="rounded-control px-2 py-1 text-sm text-muted hover:bg-hover hover:text-ink aria-pressed:font-medium aria-pressed:text-ink touch:min-h-11"
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
}

/** The first field of a page has the focus, without a jump of the screen on a phone. */
export function useFirstFocus<T extends HTMLElement>() {
  const ref = useRef<T>(null);
  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches) ref.current?.focus();
  }, []);
  return ref;
}
