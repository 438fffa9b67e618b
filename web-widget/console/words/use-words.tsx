import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

export type Language = 'zh' | 'en';
const catalogues: Record<Language, Words> = { zh, en };
const storedAs = 'yuwen-console:language';

const LanguageContext = createContext({ language: 'zh' as Language, setLanguage: (_: Language) => {} });

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(localStorage.getItem(storedAs) === 'en' ? 'en' : 'zh');
  useEffect(() => {
    document.documentElement.lang = catalogues[language].locale;
    localStorage.setItem(storedAs, language);
  }, [language]);
  const value = useMemo(() => ({ language, setLanguage }), [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export const useLanguage = () => useContext(LanguageContext);
export const useWords = (): Words => catalogues[useLanguage().language];
