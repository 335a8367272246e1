import type { Lang, Text } from '@mimamori/domain'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { readSetting, writeSetting } from '../data/settings.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { fillSentence, type Placeholder, type Values } from './sentence.ts'

export type Key = keyof typeof ja

type ValuesOf<K extends Key> = [Placeholder<(typeof ja)[K]>] extends [never]
  ? readonly []
  : readonly [values: Readonly<Record<Placeholder<(typeof ja)[K]>, string | number>>]

/** A sentence of `text/` in the language of the page; the type asks for exactly the values that it needs. */
export type Translate = <K extends Key>(key: K, ...values: ValuesOf<K>) => string

/** A sentence that needs no values: what tables of words hold. */
export type PlainKey = { [K in Key]: [Placeholder<(typeof ja)[K]>] extends [never] ? K : never }[Key]

export interface Words {
  readonly lang: Lang
  readonly t: Translate
  /** A text of the server, which comes in both languages. */
  readonly say: (text: Text) => string
  readonly choose: (lang: Lang) => void
}

const catalogues: Readonly<Record<Lang, Readonly<Record<Key, string>>>> = { ja, en }

/** The sentences of one language. */
export function sentencesIn(lang: Lang): Translate {
  return (key, ...rest) => {
    const [values] = rest as readonly [Values?] // `ValuesOf` has asked for exactly these
    return fillSentence(catalogues[lang][key], values ?? {})
  }
}

const WordsContext = createContext<Words | undefined>(undefined)

/** Gives every screen its words; the language is kept on this PC and named on the page for screen readers. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const [lang, setLang] = useState<Lang>(() => (readSetting('lang') === 'en' ? 'en' : 'ja'))
  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])
  const words = useMemo<Words>(
    () => ({
      lang,
      t: sentencesIn(lang),
      say: (text) => text[lang],
      choose: (next) => {
        writeSetting('lang', next)
        setLang(next)
      },
    }),
    [lang],
  )
  return <WordsContext value={words}>{children}</WordsContext>
}

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords is used outside WordsProvider')
  return words
}
