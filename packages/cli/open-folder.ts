import { type FullCatalogue, loadCatalogue } from '@mimamori/catalog'
import { type Assessed, assess, type Lang, type Picture, ruleSetFor, ruleSetVersion, withOwnSheet } from '@mimamori/domain'
import { type FolderRead, type Problem, problemInWords, readFolder } from '@mimamori/formats'
import type { PaperInput } from '@mimamori/papers'
import type { Call, ExitStatus } from './command.ts'

export interface OpenFolder {
  readonly assessed: Assessed
  readonly catalogue: FullCatalogue
  readonly read: FolderRead
  readonly ruleSet: string
  /** 3 where a sheet could not be read at all: the answer stands without it, and a script must not take it for whole. */
  readonly status: ExitStatus
}

/** A facility folder, read and assessed; what could not be read is told on standard error. `taken`: with what else is known taken in. */
export async function openFolder(
  path: string,
  call: Pick<Call, 'asOf' | 'note'>,
  taken = (picture: Picture) => picture,
): Promise<OpenFolder> {
  const facility = await readFacility(path, call)
  const { assessed, ruleSet, hasOwnSheet } = assessFacility(facility, call, taken)
  if (!hasOwnSheet)
    call.note({
      ja: '施設のチェックリストがありません。何も記入していないものとして数えます。',
      en: "There is no checklist of the facility's own. It is counted as one that nobody has filled in.",
    })
  return { ...facility, assessed, ruleSet }
}

/** A folder that was read, assessed with what else is known taken in. */
export function assessFacility(
  { catalogue, read }: Pick<OpenFolder, 'catalogue' | 'read'>,
  { asOf }: Pick<Call, 'asOf'>,
  taken: (picture: Picture) => Picture,
): Pick<OpenFolder, 'assessed' | 'ruleSet'> & { readonly hasOwnSheet: boolean } {
  const { picture, added } = withOwnSheet(taken(read.picture), { reference: catalogue.reference, asOf })
  const set = ruleSetFor(catalogue)
  return { assessed: assess(set, { picture, catalogue, asOf }), ruleSet: ruleSetVersion(set), hasOwnSheet: !added }
}

/** A facility folder as it was read, for what needs no findings. */
export async function readFacility(
  path: string,
  call: Pick<Call, 'asOf' | 'note'>,
): Promise<Pick<OpenFolder, 'catalogue' | 'read' | 'status'>> {
  const catalogue = loadCatalogue()
  const read = await readFolder(path, { asOf: call.asOf, items: catalogue.reference.items })
  noteProblems(read.problems, call)
  for (const { file, why } of read.skipped) call.note({ ja: `${file}:${why.ja}`, en: `${file}: ${why.en}` })
  return { catalogue, read, status: read.unread.length > 0 ? 3 : 0 }
}

/** What papers of this folder are made of. */
export function paperInputOf({ assessed, catalogue, ruleSet }: OpenFolder, { now, lang }: Pick<Call, 'now' | 'lang'>): PaperInput {
  const { picture, analysis, tracked, asOf } = assessed
  return { picture, analysis, tracked, catalogue, asOf, madeAt: now.toISOString(), lang, ruleSet }
}

/** Each problem on standard error, for a person. */
export function noteProblems(problems: readonly Problem[], call: Pick<Call, 'note'>): void {
  for (const one of problems) call.note({ ja: problemInWords(one, 'ja'), en: problemInWords(one, 'en') })
}

/** What could not be read, for programs. */
export function printProblems(problems: readonly Problem[], lang: Lang) {
  return problems.map(({ code, message, action, place }) => ({ code, message: message[lang], action: action[lang], ...place }))
}
