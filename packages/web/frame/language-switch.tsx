import { useWords } from '../text/words.tsx'

/** 日本語 / English: each in its own language, so that it is found by those who need it. */
export function LanguageSwitch() {
  const { lang, t, choose } = useWords()
  return (
    <fieldset className="switch">
      <legend className="hidden-words">{t('language')}</legend>
      <button type="button" lang="ja" aria-pressed={lang === 'ja'} onClick={() => choose('ja')}>
        日本語
      </button>
      <button type="button" lang="en" aria-pressed={lang === 'en'} onClick={() => choose('en')}>
        English
      </button>
    </fieldset>
  )
}
