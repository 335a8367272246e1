import { loadCatalogue } from '@mimamori/catalog'
import { drawsOf, expectedEvents, type LossModel, mostEvents, type RunOptions, readLossModel, runLoss } from '@mimamori/money'
import type { Call, Command, ExitStatus } from '../command.ts'
import { InputError } from '../errors.ts'
import { type LossAnswer, lossAnswer } from '../money/answers.ts'
import { damageInWords } from '../money/facility-words.ts'
import { openMoneyFolder } from '../money/folder.ts'
import { lossOfFolder } from '../money/loss-folder.ts'
import { printWarnings, readModelFile } from '../money/model-file.ts'
import { oneSource, wholeOr } from '../money/options.ts'
import { lossInWords } from '../money/words.ts'

const usage = 'mimamori loss FOLDER | --model FILE [--years N] [--seed N] [--json]'

export const lossCommand: Command = {
  name: 'loss',
  usage,
  summary: {
    ja: '施設のフォルダーかシナリオのファイルから、1年の損害を何年分も試算します。平均と、めったにない大きな損害が分かります',
    en: 'Simulate years of loss of a facility, or from a file of scenarios: the mean, and what is rare and large',
  },
  more: () => ({
    ja: 'FILE の書き方は docs/money.md にあります。--years は1,000,000、--seed は1が初めの値です。',
    en: 'docs/money.md shows how FILE is written. --years is 1,000,000 and --seed 1 unless they are given.',
  }),
  options: { model: { type: 'string' }, years: { type: 'string' } },
  positionals: [0, 1],
  schema: lossAnswer,
  async run(call) {
    const years = wholeOr(call, 'years', { least: 1, most: 10_000_000, usual: 1_000_000 })
    const seed = wholeOr(call, 'seed', { least: 0, most: 4_294_967_295, usual: 1 })
    const { folder } = oneSource(call, usage)
    if (folder === undefined) return answerModel(call, { years, seed })
    const opened = await openMoneyFolder(folder, call)
    give(lossOfFolder(opened, { years, seed }, call.lang), call)
    return opened.status
  },
}

async function answerModel(call: Call, { years, seed }: RunOptions): Promise<ExitStatus> {
  const { model, file, warnings } = await readModelFile(call, readLossModel, usage)
  refuseTooMany(model, { years, file })
  const { grossYen: _, warnings: __, ...result } = runLoss(drawsOf(model, { years, seed }))
  give({ ...spread(result), backTests: [], warnings: printWarnings(warnings, call) }, call)
  return 0
}

function give(answer: LossAnswer, call: Call): void {
  tellMean(answer, call)
  call.answer(answer, () => [...damageInWords(answer, call.lang), lossInWords(answer, loadCatalogue().lossHeads, call.lang)].join('\n'))
}

type Result = Omit<ReturnType<typeof runLoss>, 'grossYen' | 'warnings'>

/** Lists of the result are read-only, those of an answer are not. */
function spread(result: Result): Omit<LossAnswer, 'backTests' | 'warnings'> {
  return {
    ...result,
    dependence: { ...result.dependence },
    exceedance: [...result.exceedance],
    oneIn: [...result.oneIn],
    scenarios: [...result.scenarios],
  }
}

function refuseTooMany(model: LossModel, { years, file }: { readonly years: number; readonly file: string }): void {
  const events = expectedEvents(model, years)
  if (events <= mostEvents) return
  throw new InputError({
    code: 'money/too-many-events',
    file,
    message: {
      ja: `${years}年分では出来事が約${Math.round(events)}件になります。計算できるのは${mostEvents}件までです。`,
      en: `${years} years hold some ${Math.round(events)} events; at most ${mostEvents} are drawn.`,
    },
    action: {
      ja: '--years を小さくするか、よく起こる小さな出来事をまとめてください。',
      en: 'Lower --years, or join small events that happen often.',
    },
  })
}

function tellMean({ annual }: LossAnswer, call: Call): void {
  if (!annual.isMeanOff) return
  call.note({
    ja: `試算の平均(${annual.mean}円)が、正確な平均(${annual.exactMean}円)から標準誤差の4倍を超えて離れています。`,
    en: `The simulated mean (${annual.mean} yen) is more than four standard errors off the exact one (${annual.exactMean} yen).`,
  })
}
