import { type Reference, riskFaults, type Slices } from '@mimamori/domain'
import { type Call, type Command, textOption } from '../command.ts'
import { openFolder, printProblems } from '../open-folder.ts'
import { type RiskAnswer, riskAnswer } from '../risks/answer.ts'
import { riskPart } from '../risks/part.ts'
import { riskInWords } from '../risks/words.ts'

export const riskCommand: Command = {
  name: 'risk',
  usage: 'mimamori risk FOLDER [--vendor ID] [--json]',
  summary: {
    ja: 'リスクごとに、対策があるか・代わりの対策で保っているか・開いているかと、施設と事業者の分担を出します',
    en: 'How each risk stands, what covers it or stands in, and what facility and vendors do',
  },
  options: { vendor: { type: 'string' } },
  positionals: [1, 1],
  schema: riskAnswer,
  async run(call) {
    const { assessed, catalogue, read, status } = await openFolder(call.positionals[0] ?? '', call)
    noteUnknownNames(assessed.picture.slices, catalogue.reference, call)
    const part = riskPart(assessed, { catalogue, lang: call.lang, vendor: textOption(call, 'vendor') })
    const { facility, slices } = assessed.picture
    const answer: RiskAnswer = {
      asOf: call.asOf,
      facility: { id: facility, name: slices.facility[0]?.name ?? '' },
      ...part,
      problems: printProblems(read.problems, call.lang),
    }
    call.answer(answer, () => riskInWords(answer, call.lang))
    return status
  },
}

function noteUnknownNames(slices: Slices, reference: Reference, call: Pick<Call, 'note'>): void {
  for (const { slice, value } of riskFaults(slices, reference)) {
    const file = slice === 'controls' ? 'controls.csv' : 'risk-decisions.csv'
    call.note({
      ja: `${file}:「${value}」は一覧にない記号です。数えません。`,
      en: `${file}: "${value}" is no name of the catalogue and does not count.`,
    })
  }
}
