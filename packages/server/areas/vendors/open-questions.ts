import type { OpenQuestionsView, Target } from '@mimamori/contract'
import { byId, known, type OpenQuestion } from '@mimamori/domain'
import { type QuestionGroup, questionGroups, questionWords } from '@mimamori/papers'
import type { Kept } from '../kept.ts'
import { inBoth } from '../words.ts'

type GroupView = OpenQuestionsView['groups'][number]

/** 「聞くこと・確かめること」 by whom to ask. */
export function openQuestionsOf(now: Kept): OpenQuestionsView {
  const groups = questionGroups(now.analysis.world).map((group) => groupView(now, group))
  const house = groups.filter((group) => group.whom === 'house').flatMap((group) => group.questions).length
  const all = groups.flatMap((group) => group.questions).length
  return { revision: now.state.revision, groups, counts: { vendors: all - house, house } }
}

function groupView(now: Kept, { whom, questions }: QuestionGroup): GroupView {
  const lines = questions.map((question) => lineOf(now, question))
  if (whom.kind !== 'vendor') return { whom: whom.kind, questions: lines }
  const sheet = now.analysis.world.sheetsNow.find((one) => known(one.vendor) === whom.vendor)
  const vendorName = byId(now.picture.slices.vendors, whom.vendor)?.name ?? ''
  return { whom: 'vendor', vendorName, ...(sheet && { sheet: sheet.id }), questions: lines }
}

function lineOf(now: Kept, question: OpenQuestion): GroupView['questions'][number] {
  const { picture, catalogue } = now
  const { since, askedOn } = question
  return {
    id: question.id,
    text: inBoth((lang) => questionWords(question, { picture, catalogue, lang })),
    ...(since && { since }),
    ...(askedOn && { askedOn }),
    vendors: [...question.vendors],
    target: targetOf(question),
  }
}

const questionOfFact = { vendor: 6, contract: 6, remoteMaintenance: 7, backup: 9 } as const
const questionOfFacility = {
  alsoClinic: 1,
  advancedTreatment: 2,
  chartPcBrowsesInternet: 8,
  guestWifi: 8,
  vendorPlacedEquipment: 8,
} as const

/** Where the answer is written. */
function targetOf({ about }: OpenQuestion): Target {
  if (about.kind === 'item') return { screen: 'item', id: about.item }
  if (about.kind === 'question') return { screen: 'setup', id: String(about.number) }
  return { screen: 'setup', id: String(about.kind === 'system' ? questionOfFact[about.fact] : questionOfFacility[about.fact]) }
}
