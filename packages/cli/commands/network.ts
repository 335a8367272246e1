import type { FolderRead, ScanFolderRead } from '@mimamori/formats'
import { scansFolder } from '@mimamori/formats'
import { networkAnswer } from '../answers.ts'
import { type Call, type Command, textOption } from '../command.ts'
import { passedOver, scansOfFolder, takenIn } from '../folder-scans.ts'
import { type NetworkAnswer, networkPart } from '../network-answer.ts'
import { formatOf, mapFormats, writeMap } from '../network-map.ts'
import { networkInWords } from '../network-words.ts'
import { openFolder, paperInputOf, printProblems } from '../open-folder.ts'

export const networkCommand: Command = {
  name: 'network',
  usage: `mimamori network FOLDER [-o map.(${mapFormats.join('|')})] [--from POINT] [--cut] [--json]`,
  summary: {
    ja: `台帳とスキャン(FOLDER/${scansFolder})から、ネットワークの区画・出入口・届いてはいけない道と、外す線を出します`,
    en: `From the register and the scans (FOLDER/${scansFolder}): zones, entrances, ways that must not be open, and the link to cut`,
  },
  options: { output: { type: 'string', short: 'o' }, from: { type: 'string' }, cut: { type: 'boolean' } },
  positionals: [1, 1],
  schema: networkAnswer,
  async run(call) {
    const folder = call.positionals[0] ?? ''
    const output = textOption(call, 'output')
    if (output !== undefined) formatOf(output)
    const scans = await scansOfFolder(folder, call)
    const opened = await openFolder(folder, call, (picture) => takenIn({ picture }, scans.scans, '').picture)
    const { assessed, read, status } = opened
    const part = networkPart(assessed, { lang: call.lang, from: textOption(call, 'from') })
    const map = output === undefined ? undefined : await writeMap(output, paperInputOf(opened, call))
    const answer: NetworkAnswer = { ...headOf(read, call), ...part, ...(map && { map }), ...restOf(read, scans, call) }
    call.answer(answer, () => networkInWords(answer, { lang: call.lang, withCut: call.values['cut'] === true }))
    return scans.unread.length > 0 ? 3 : status
  },
}

function headOf({ picture }: FolderRead, { asOf }: Call): Pick<NetworkAnswer, 'asOf' | 'facility'> {
  return { asOf, facility: { id: picture.facility, name: picture.slices.facility[0]?.name ?? '' } }
}

function restOf(read: FolderRead, scans: ScanFolderRead, { lang }: Call): Pick<NetworkAnswer, 'skipped' | 'problems'> {
  const problems = [...read.problems, ...scans.scans.flatMap((scan) => scan.problems), ...scans.unread]
  return {
    skipped: [...read.skipped.map(({ file, why }) => ({ file, why: why[lang] })), ...passedOver(scans, lang)],
    problems: printProblems(problems, lang),
  }
}
