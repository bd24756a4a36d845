import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { loadCode } from '@/lib/code/load-code.js';
import { deviceMemory } from '@/lib/storage.js';
import { formatNumber } from '@/lib/format.js';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];
/** Each in its own words. */
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };

const STORED = 'language';
const packs = {
  en: { start: () => import('@/locales/en/start.js'), app: () => import('@/locales/en/app.js') },
  de: { start: () => import('@/locales/de/start.js'), app: () => import('@/locales/de/app.js') },
};
const loaded = new Set<string>();

/** The strings of the first screens come before the first paint; those of the app with its frame. */
export async function startI18n(): Promise<void> {
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    showSupportNotice: false,
    defaultNS: 'common',
    resources: {},
    // Numbers in texts look as they do everywhere.
    interpolation: { escapeValue: false, alwaysFormat: true, format: (value: unknown) => (typeof value === 'number' ? formatNumber(value) : (value as string)) },
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  await load(language, 'start');
  document.documentElement.lang = language;
}

export async function loadAppStrings(): Promise<void> {
  await load(currentLanguage(), 'app');
}

export async function setLanguage(language: Language): Promise<void> {
  deviceMemory.set(STORED, language);
  await Promise.all([load(language, 'start'), load(language, 'app')]);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export function currentLanguage(): Language {
  return toLanguage(i18next.language);
}

function preferredLanguage(): Language {
  return toLanguage(deviceMemory.get(STORED) ?? navigator.language);
}

export function toLanguage(tag: string | null | undefined): Language {
  return languages.find((language) => tag?.toLowerCase().startsWith(language)) ?? 'en';
}

async function load(language: Language, pack: 'start' | 'app'): Promise<void> {
  if (loaded.has(`${language}/${pack}`)) return;
  const strings: Record<string, object> = await loadCode<Record<string, object>>(packs[language][pack]);
  for (const [namespace, content] of Object.entries(strings)) i18next.addResourceBundle(language, namespace, content);
  loaded.add(`${language}/${pack}`);
}
