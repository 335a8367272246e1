import { byId, type Lang, type Text } from '@mimamori/domain'
import { type ChoiceQuestion, type Plan, planOf, planUnder, readChoiceModel, type Stability, stabilityOf } from '@mimamori/money'
import { type Call, type Command, type ExitStatus, textOption, UsageError } from '../command.ts'
import { InputError } from '../errors.ts'
import { type PlanFileAnswer, planAnswer } from '../money/answers.ts'
import { openMoneyFolder } from '../money/folder.ts'
import { printWarnings, readModelFile } from '../money/model-file.ts'
import { mostYen, oneSource, wholeOption, wholeOr } from '../money/options.ts'
import { lineSupportOf, planSupportOf } from '../money/support.ts'
import { planInWords, yenInWords } from '../money/words.ts'
import { writePlan, writtenAs } from '../money/write-plan.ts'

const usage = 'mimamori plan FOLDER | --model FILE --budget YEN [--years N] [--seed N] [-o FILE.(pdf|html|xlsx|docx)] [--json]'
/** Nodes of each search of the draws: enough for 25 measures, and a good choice above. */
const drawn = { draws: 100, nodeLimit: 300 }

export const planCommand: Command = {
  name: 'plan',
  usage,
  summary: {
    ja: '予算の中で損害がいちばん減る対策の組み合わせを選び、それより良い組み合わせがないことを確かめます',
    en: 'Choose the measures that leave the least loss under a budget, and prove that no other choice leaves less',
  },
  more: () => ({
    ja: 'FILE の書き方は docs/money.md にあります。YEN は全部の年を合わせた額で、--years は1が初めの値です。-o を付けると、選んだ組み合わせの書類を作ります。.pdf と .html は院長・理事会の1枚、.xlsx は予算要求の資料、.docx は稟議書の添付資料です。',
    en: 'docs/money.md shows how FILE is written. YEN is for all the years together; --years is 1 unless it is given. -o writes a paper about the choice: .pdf and .html the page for the board, .xlsx the budget request, .docx its attachment.',
  }),
  options: { model: { type: 'string' }, budget: { type: 'string' }, years: { type: 'string' }, output: { type: 'string', short: 'o' } },
  positionals: [0, 1],
  schema: planAnswer,
  async run(call) {
    const budgetYen = wholeOption(call, 'budget', { least: 0, most: mostYen })
    if (budgetYen === undefined)
      throw new UsageError({
        ja: `--budget に、予算を円で書いてください。使い方:${usage}`,
        en: `Give the budget in yen with --budget. Usage: ${usage}`,
      })
    const question = { budgetYen, years: wholeOr(call, 'years', { least: 1, most: 30, usual: 1 }) }
    const { folder } = oneSource(call, usage)
    const output = textOption(call, 'output')
    if (output !== undefined) writtenAs(output)
    if (output !== undefined && folder === undefined)
      throw new UsageError({
        ja: `-o は、施設のフォルダーと一緒に使います。モデルのファイルからは書類を作れません。使い方:${usage}`,
        en: `-o goes with a facility folder; no paper is made of a model file. Usage: ${usage}`,
      })
    return folder === undefined ? answerPlan(call, question) : answerFolder(call, folder, question)
  },
}

async function answerPlan(call: Call, question: ChoiceQuestion): Promise<ExitStatus> {
  const seed = wholeOr(call, 'seed', { least: 0, most: 4_294_967_295, usual: 1 })
  const { model, file, warnings } = await readModelFile(call, readChoiceModel, usage)
  const found = planUnder(model, question)
  if (found.kind !== 'plan') throw refusal(found, { file, question })
  const answer = {
    ...printed(found.plan, stabilityOf(model, question, { ...drawn, seed }), question),
    warnings: printWarnings(warnings, call),
  }
  call.answer(answer, () => planInWords(answer, call.lang))
  return 0
}

async function answerFolder(call: Call, folder: string, question: ChoiceQuestion): Promise<ExitStatus> {
  const seed = wholeOr(call, 'seed', { least: 0, most: 4_294_967_295, usual: 1 })
  const opened = await openMoneyFolder(folder, call)
  const { world, whose, status, warnings } = opened
  const found = planOf(world, { ...question, seed, draws: drawn.draws })
  const names = Object.fromEntries(world.planMeasures.map(({ id, name }) => [id, name]))
  if (found.kind !== 'plan') throw refusal(found, { file: folder, question, names })
  const plain = printed(found.plan, found.stability, question)
  const support = planSupportOf(
    opened,
    found.plan.chosen.map(({ measure }) => measure),
  )
  const chosen = plain.chosen.map((one) => ({
    ...one,
    priceMarks: [...(byId(world.measuresHere, one.measure)?.priceMarks ?? [])],
    support: lineSupportOf(support, one.measure, call),
  }))
  const named = Object.fromEntries(Object.entries(names).map(([id, name]) => [id, name[call.lang]]))
  const answer: PlanFileAnswer = {
    ...whose,
    ...plain,
    names: named,
    chosen,
    support: { oneOff: support.oneOff, perYear: support.perYear },
    warnings: [...warnings],
  }
  const output = textOption(call, 'output')
  if (output !== undefined) await writePlan(call, opened, { output, planned: chosen.map(({ measure }) => measure) })
  call.answer(answer, () => planInWords(answer, call.lang))
  return status
}

type Refused = Exclude<ReturnType<typeof planUnder>, { kind: 'plan' }>

interface Asked {
  readonly file: string
  readonly question: ChoiceQuestion
  /** Of the catalogue's measures. */
  readonly names?: Readonly<Record<string, Text>>
}

function refusal(found: Refused, { file, question, names = {} }: Asked): InputError {
  const named = (lang: Lang) =>
    [...found.mandatory, ...found.approved].map((id) => names[id]?.[lang] ?? id).join(lang === 'ja' ? '、' : ', ')
  const first = firstWords(found)
  if (found.kind === 'mandatory-exclude-each-other') {
    return new InputError({
      code: 'plan/mandatory-exclude-each-other',
      file,
      message: {
        ja: `${first.ja}(${named('ja')})の中に、一緒に選べないものがあります。`,
        en: `Some of the ${first.en} (${named('en')}) exclude each other.`,
      },
      action:
        found.approved.length > 0
          ? { ja: 'どれを承認のままにするかを見直してください。', en: 'Look again at what is to stay approved.' }
          : { ja: 'mandatory か excludes のどちらかを直してください。', en: 'Mend mandatory or excludes.' },
    })
  }
  const say = (lang: 'ja' | 'en') => ({
    need: yenInWords(found.firstYen, lang),
    budget: yenInWords(question.budgetYen, lang),
    missing: yenInWords(found.missingYen, lang),
  })
  const [ja, en] = [say('ja'), say('en')]
  return new InputError({
    code: 'plan/budget-below-mandatory',
    file,
    message: {
      ja: `${first.ja}(${named('ja')})は最大${ja.need}かかります。予算の${ja.budget}では${ja.missing}足りません。`,
      en: `The ${first.en} (${named('en')}) cost up to ${en.need}; the budget of ${en.budget} is short by ${en.missing}.`,
    },
    action: {
      ja: `予算を増やすか、年数を短くするか、${first.again.ja}を見直してください。`,
      en: `Raise the budget, take fewer years, or look again at what is ${first.again.en}.`,
    },
  })
}

function firstWords({ approved }: Refused) {
  return approved.length > 0
    ? {
        ja: '必須の対策と承認済みの対策',
        en: 'mandatory and approved measures',
        again: { ja: '必須か、承認のままかどうか', en: 'mandatory or approved' },
      }
    : { ja: '必須の対策', en: 'mandatory measures', again: { ja: '必須かどうか', en: 'mandatory' } }
}

function printed(plan: Plan, { shares, draws }: Stability, { budgetYen, years }: ChoiceQuestion): Omit<PlanFileAnswer, 'warnings'> {
  const { proof, next100k } = plan
  return {
    budgetYen,
    years,
    mandatory: [...plan.mandatory],
    approved: [...plan.approved],
    chosen: plan.chosen.map(({ isMandatory, isApproved, closes, ...one }) => ({
      ...{ ...one, closes: [...closes] },
      ...{ mandatory: isMandatory, approved: isApproved },
    })),
    costYen: plan.costYen,
    lossYen: plan.lossYen,
    remainingLossYen: plan.remainingLossYen,
    frontier: plan.frontier.map(({ isProven, ...point }) => ({ ...point, optimal: isProven })),
    proof: proof.isProven ? { optimal: true } : { bound: proof.leastYen, gap: proof.gap },
    stability: Object.fromEntries(shares),
    stabilityDraws: draws,
    next100k: {
      adds: [...next100k.adds],
      drops: [...next100k.drops],
      costYen: next100k.costYen,
      remainingLossYen: next100k.remainingLossYen,
      reducesYen: next100k.reducesYen,
      optimal: next100k.isProven,
    },
  }
}
