import { readXml, unescapeXlsx } from './xml.ts'
import type { Package } from './zip.ts'

/** The texts that cells point at; runs of one text are joined, furigana is left out. */
export async function readSharedStrings(file: Package, part: string | undefined): Promise<readonly string[]> {
  if (part === undefined || !file.names.includes(part)) return []
  const strings: string[] = []
  const collector = textCollector()
  await readXml(file, part, {
    open: (name) => {
      if (name === 'si') collector.start()
      collector.open(name)
    },
    text: collector.text,
    close: (name) => {
      collector.close(name)
      if (name === 'si') strings.push(collector.take())
    },
  })
  return strings
}

export interface TextCollector {
  readonly start: () => void
  readonly open: (name: string) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
  readonly take: () => string
}

/** Collects the text of `<t>` elements outside `<rPh>`, where Excel keeps how a word is read. */
export function textCollector(): TextCollector {
  let parts = ''
  let inText = false
  let inPhonetic = false
  return {
    start: () => {
      parts = ''
      inText = false
      inPhonetic = false
    },
    open: (name) => {
      if (name === 'rPh') inPhonetic = true
      if (name === 't') inText = !inPhonetic
    },
    text: (text) => {
      if (inText) parts += text
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
    },
    take: () => unescapeXlsx(parts),
  }
}
