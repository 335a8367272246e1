import type { FormAudience } from '@mimamori/domain'
import { readFiscalYear } from '../dates.ts'
import { readEdition } from '../folder/values.ts'

export interface TitleFacts {
  readonly edition?: string
  /** 令和7年度版 as written. */
  readonly editionWritten?: string
  readonly audience?: FormAudience
  readonly facilityName?: string
}

/** What the title lines of a form tell: 「令和7年度版 医療機関確認用」. */
export function titleFacts(titles: readonly string[]): TitleFacts {
  const text = titles.join('\n').normalize('NFKC')
  const written = /(令和|R)\s*(元|\d{1,2})\s*年度\s*版?/.exec(text)?.[0].replace(/\s+/g, '')
  const edition = written === undefined || readFiscalYear(written) === undefined ? undefined : readEdition(written)
  const audience = audienceOf(text)
  return {
    ...(edition !== undefined && { edition }),
    ...(written !== undefined && { editionWritten: written }),
    ...(audience && { audience }),
    ...nameIn(titles),
  }
}

function audienceOf(text: string): FormAudience | undefined {
  if (/事業者確認用/.test(text)) return 'vendor'
  if (/医療機関(・薬局|等)?確認用|医療機関確認用/.test(text)) return 'facility'
  if (/薬局確認用/.test(text)) return 'pharmacy'
  return /(健診|検査)[^\n]{0,8}センター[^\n]{0,4}確認用/.test(text) ? 'checkup-centre' : undefined
}

const ofFacility = /(病院|医院|クリニック|診療所|薬局|センター|歯科|検査所|健診所)$/

/** The name of the facility in a title: alone in its cell, before the name of the edition, or behind 医療機関名. */
function nameIn(titles: readonly string[]): { facilityName?: string } {
  for (const title of titles) {
    const plain = title.normalize('NFKC').trim()
    const labelled = /^(?:医療機関|施設|病院|薬局|診療所)名\s*:\s*(\S.*)$/.exec(plain)?.[1]
    const beforeEdition = /^(.+?)\s+(?:令和|R)\s*(?:元|\d{1,2})\s*年度/.exec(plain)?.[1]
    const name = labelled ?? [beforeEdition, plain].find((one) => one !== undefined && ofFacility.test(one) && !/チェック/.test(one))
    if (name !== undefined && name.length <= 60) return { facilityName: name }
  }
  return {}
}
