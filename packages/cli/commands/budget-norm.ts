import { type FullCatalogue, loadCatalogue } from '@mimamori/catalog'
import { aidProfiles, budgetNorm, type FacilityAgainstNorm, facilityAgainstNorm, type NormProfileId } from '@mimamori/money'
import { type Call, type Command, textOption, UsageError } from '../command.ts'
import { type BudgetNormAnswer, budgetNormAnswer } from '../money/answers.ts'
import { type NormAsked, normAnswer } from '../money/norm-answer.ts'
import { mostYen, wholeOption, wholeOr } from '../money/options.ts'
import { normInWords } from '../money/words.ts'

const profiles: readonly NormProfileId[] = ['final', 'interim']

export const budgetNormCommand: Command = {
  name: 'budget-norm',
  usage:
    'mimamori budget-norm [--profile final|interim] [--aid published|exact|floor100|sig2] [--beds N] [--revenue YEN] [--budget YEN] [--json]',
  summary: {
    ja: '四病院団体協議会の提言1を計算し直します。病床規模ごとの必要額と不足、自院の位置、論文の表記の注意点が分かります',
    en: "Reckon the four associations' budget norm again: need and gap by beds, one hospital against it, and where the paper slips",
  },
  more: () => ({
    ja: '--beds、--revenue(年間の収益、円)、--budget(今の年間予算、円)を書くと、その施設を目安と比べます。--sufficient-years は、十分水準を続ける年数です。',
    en: '--beds, --revenue (of a year, yen) and --budget (of a year, yen) hold one facility against the norm. --sufficient-years says how long the sufficient level lasts.',
  }),
  options: {
    profile: { type: 'string' },
    aid: { type: 'string' },
    beds: { type: 'string' },
    revenue: { type: 'string' },
    budget: { type: 'string' },
    'sufficient-years': { type: 'string' },
  },
  positionals: [0, 0],
  schema: budgetNormAnswer,
  async run(call) {
    const catalogue = loadCatalogue()
    const asked: NormAsked = {
      lang: call.lang,
      profile: oneOf(call, 'profile', profiles),
      aid: oneOf(call, 'aid', ['published', ...aidProfiles.filter((one) => one !== 'published')]),
      sufficientYears: wholeOr(call, 'sufficient-years', { least: 0, most: 30, usual: 3 }),
    }
    const facility = facilityOf(call, catalogue, asked.profile)
    const answer: BudgetNormAnswer = { ...normAnswer(catalogue, asked), ...(facility && { facility }) }
    call.answer(answer, () => normInWords(answer, call.lang))
    return 0
  },
}

/** The first of the values is the usual one. */
function oneOf<T extends string>(call: Call, name: string, values: readonly [T, ...T[]] | readonly T[]): T {
  const text = textOption(call, name) ?? values[0]
  const found = values.find((value) => value === text)
  if (found !== undefined) return found
  throw new UsageError({ ja: `--${name} は ${values.join('、')} のどれかです。`, en: `--${name} is one of ${values.join(', ')}.` })
}

function facilityOf(call: Call, catalogue: FullCatalogue, profile: NormProfileId): BudgetNormAnswer['facility'] {
  const beds = wholeOption(call, 'beds', { least: 0, most: 10_000 })
  const revenueYen = wholeOption(call, 'revenue', { least: 0, most: mostYen })
  const budgetYen = wholeOption(call, 'budget', { least: 0, most: mostYen })
  const found = facilityAgainstNorm(catalogue, budgetNorm(catalogue, profile), {
    ...(beds !== undefined && { beds }),
    ...(revenueYen !== undefined && { revenueYen }),
    ...(budgetYen !== undefined && { budgetYen }),
  })
  if (found.kind === 'unknown' && budgetYen !== undefined) {
    throw new UsageError({
      ja: '--budget は、--beds か --revenue と一緒に書いてください。',
      en: 'Give --budget together with --beds or --revenue.',
    })
  }
  return found.kind === 'unknown' ? undefined : { ...printed(found), ...(beds !== undefined && { beds }) }
}

function printed(found: Exclude<FacilityAgainstNorm, { kind: 'unknown' }>): NonNullable<BudgetNormAnswer['facility']> {
  return found.kind === 'outside' ? { kind: found.kind, beds: found.beds } : { ...found }
}
