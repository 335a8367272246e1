import type { Lang, Text } from '@mimamori/domain'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { readSetting, writeSetting } from '../data/settings.ts'
import type { ja } from './ja.ts'
import { fillSentence, type Placeholder, type Values } from './sentence.ts'

type Japanese = typeof ja

export type Key = keyof Japanese

type ValuesOf<K extends Key> = [Placeholder<Japanese[K]>] extends [never]
  ? readonly []
  : readonly [values: Readonly<Record<Placeholder<Japanese[K]>, string | number>>]

/** A sentence of `text/` in the language of the page; the type asks for exactly the values that it needs. */
export type Translate = <K extends Key>(key: K, ...values: ValuesOf<K>) => string

/** A sentence that needs no values: what tables of words hold. */
export type PlainKey = { [K in Key]: [Placeholder<Japanese[K]>] extends [never] ? K : never }[Key]

export interface Words {
  readonly lang: Lang
  readonly t: Translate
  /** A text of the server, which comes in both languages. */
  readonly say: (text: Text) => string
  readonly choose: (lang: Lang) => void
}

type Sentences = Readonly<Record<Key, string>>

const loaded: Partial<Record<Lang, Sentences>> = {}

/** The sentences of one language; a page loads only the language that it is read in. */
export async function loadSentences(lang: Lang): Promise<Translate> {
  loaded[lang] ??= lang === 'ja' ? (await import('./ja.ts')).ja : (await import('./en.ts')).en
  return translateWith(loaded[lang])
}

function translateWith(sentences: Sentences): Translate {
  return (key, ...rest) => {
    const [values] = rest as readonly [Values?] // `ValuesOf` has asked for exactly these
    return fillSentence(sentences[key], values ?? {})
  }
}

/** The language that was chosen on this PC, Japanese where none was. */
export function chosenLanguage(): Lang {
  return readSetting('lang') === 'en' ? 'en' : 'ja'
}

const WordsContext = createContext<Words | undefined>(undefined)

interface Spoken {
  readonly lang: Lang
  readonly t: Translate
}

/** Gives every screen its words; the language is kept on this PC and named on the page for screen readers. */
export function WordsProvider({ first, children }: { first: Spoken; children: ReactNode }) {
  const [spoken, setSpoken] = useState(first)
  const wanted = useRef(first.lang)
  useEffect(() => {
    document.documentElement.lang = spoken.lang
  }, [spoken])
  const words = useMemo<Words>(
    () => ({
      ...spoken,
      say: (text) => text[spoken.lang],
      choose: (next) => {
        writeSetting('lang', next)
        wanted.current = next
        // NOTE: what was chosen last counts, whichever comes first; without a connection the page stays as it is, with what was typed.
        void loadSentences(next).then(
          (t) => {
            if (wanted.current === next) setSpoken({ lang: next, t })
          },
          () => undefined,
        )
      },
    }),
    [spoken],
  )
  return <WordsContext value={words}>{children}</WordsContext>
}

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords is used outside WordsProvider')
  return words
}
