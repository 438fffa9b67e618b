import { Button } from '@mantine/core';
import { useLanguage } from '../words/use-words.tsx';

/** Names the other language in that language, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      variant="subtle"
      size="compact-md"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => setLanguage(other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}
