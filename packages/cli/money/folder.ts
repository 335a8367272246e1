import { type MoneyFault, moneyFaults, type Text, type World } from '@mimamori/domain'
import { isLittleKnown, openFacts } from '@mimamori/money'
import type { Call } from '../command.ts'
import { InputError } from '../errors.ts'
import { type OpenFolder, openFolder } from '../open-folder.ts'
import { nameOfFact } from './fact-name.ts'

export interface MoneyFolder extends OpenFolder {
  readonly world: World
  readonly whose: { readonly asOf: string; readonly facility: { readonly id: string; readonly name: string } }
  readonly warnings: readonly { readonly code: string; readonly place: string; readonly message: string }[]
}

/** A facility folder with what is derived about money. A range that cannot be is refused; a name that is none is noted. */
export async function openMoneyFolder(path: string, call: Call): Promise<MoneyFolder> {
  const opened = await openFolder(path, call)
  const { picture, analysis } = opened.assessed
  const { reference, lossHeads } = opened.catalogue
  const faults = moneyFaults(picture.slices, { ...reference, lossHeads })
  const impossible = faults.filter(({ kind }) => kind === 'impossible-range')
  const [first, ...others] = impossible.map(asProblem)
  if (first && others.length > 0) throw Object.assign(new InputError(heading(impossible.length)), { problems: [first, ...others] })
  if (first) throw new InputError(first)
  for (const { slice, value } of faults) {
    if (impossible.some((one) => one.value === value)) continue
    call.note({
      ja: `${files[slice]}:「${value}」は一覧にない記号です。数えません。`,
      en: `${files[slice]}: "${value}" is no name of the catalogue and does not count.`,
    })
  }
  const name = picture.slices.facility[0]?.name ?? ''
  const { world } = analysis
  const little = isLittleKnown(world) ? littleKnown(world) : undefined
  if (little) call.note(little)
  return {
    ...opened,
    world,
    whose: { asOf: call.asOf, facility: { id: picture.facility, name } },
    warnings: little ? [{ code: 'money/little-known', place: '', message: little[call.lang] }] : [],
  }
}

/** Nothing of the facility's own is known: what is answered is that of its class, and these three facts would help most. */
function littleKnown(world: World): Text {
  const { helpful: facts } = openFacts(world)
  const [ja, en] = (['ja', 'en'] as const).map((lang) => facts.map((fact) => `- ${nameOfFact(fact, world, lang)}`).join('\n'))
  return {
    ja: `この施設の数字も対策の様子も、まだ分かりません。同じ規模の施設の値だけで計算しています。次の3つが分かると、いちばん役に立ちます。\n${ja}`,
    en: `Nothing of this facility's own is known yet: neither a figure nor how a control stands. All is reckoned from facilities of its size. Three facts would help most.\n${en}`,
  }
}

const files: Readonly<Record<MoneyFault['slice'], string>> = {
  quotes: 'quotes.csv',
  lossInputs: 'loss-inputs.csv',
  planChoices: 'plan-choices.csv',
  policies: 'policies.csv',
}

function asProblem({ slice, id, value }: MoneyFault) {
  const { ja, en } = orders[slice]
  return {
    code: 'money/impossible-range',
    file: files[slice],
    message: { ja: `「${id}」の値が ${value} になっています。${ja}`, en: `"${id}" reads ${value}; ${en}` },
    action: { ja: '値を直して、もう一度お試しください。', en: 'Mend the figures and run it again.' },
  }
}

const byInput: Text = {
  ja: '小さい値、ありそうな値、大きい値の順に書きます。割合は1まで、日数は10年までです。',
  en: 'the order is low, most likely, high; a share ends at 1, and days at ten years.',
}

/** What each file expects of a range. */
const orders: Readonly<Record<MoneyFault['slice'], Text>> = {
  quotes: { ja: '下限、上限の順に書きます。', en: 'the lower end comes first, then the upper one.' },
  policies: { ja: '始まり、終わりの順に書きます。', en: 'the first day comes before the last one.' },
  lossInputs: byInput,
  planChoices: byInput,
}

function heading(count: number) {
  return {
    code: 'money/model-problems',
    message: { ja: `直すところが${count}か所あります。`, en: `${count} places are to be mended.` },
    action: { ja: '下の全部を直して、もう一度お試しください。', en: 'Mend all of the places below and run it again.' },
  }
}
