import type { Context } from './context.ts'
import { type Block, say } from './index.ts'

/** 決裁欄: a seal is never demanded, the space for it is there. */
export function sealsBlock(at: Context): Block {
  const words = at.t.board
  const number = at.documentNumber === undefined ? words.documentBlank : say(words.documentNumber, { number: at.documentNumber })
  const { boxes } = words
  return { kind: 'seals', lines: [number, words.drafted, words.decided], boxes: [boxes.drafter, boxes.section, boxes.office, at.head] }
}
