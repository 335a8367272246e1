import { dateInWords, dayInTokyo, type Lang } from '@mimamori/domain'
import type { RequestWay } from '@mimamori/papers'
import type { FileReply } from '../../../platform/http/index.ts'
import type { Asking } from '../../asking.ts'
import type { HandlerParts } from '../../handler-parts.ts'
import { paperFile } from '../../papers/index.ts'
import { answeringProblem } from '../problems.ts'
import { answerLinkOf } from './links.ts'

/** NOTE: link and number never travel together: the letter names the number alone. */
const linkByMail: Readonly<Record<Lang, string>> = { ja: '別にお送りするリンク', en: 'the link sent to you apart' }

export interface Letter {
  readonly facility: string
  readonly sheet: string
  readonly way: RequestWay
  readonly code: string
  readonly lang: Lang
  readonly by: string
}

/** The request as a letter with the number for the screen; it is not kept, since the number is a secret for some days. */
export async function answerLetter(parts: HandlerParts, asking: Asking, letter: Letter): Promise<FileReply> {
  const { facility, sheet, way, code, lang, by } = letter
  const { link } = await answerLinkOf(parts, asking, { facility, sheet })
  if (link?.state !== 'open') throw answeringProblem('answer/no-link')
  const until = dateInWords(dayInTokyo(new Date(link.expiresAt).getTime()), lang)
  const screen = { address: linkByMail[lang], code, until }
  return paperFile(parts.services, asking, facility, {
    kind: 'vendor-request',
    format: 'pdf',
    copy: 'on-site',
    lang,
    id: sheet,
    way,
    screen,
    by,
  })
}
