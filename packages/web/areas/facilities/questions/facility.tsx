import { type Entry, hasNoBeds } from '@mimamori/domain'
import { useState } from 'react'
import { setFields } from '../../../data/changes.ts'
import { useSaver } from '../../../data/saving.tsx'
import { useToday } from '../../../frame/rights.ts'
import { type PlainKey, useWords } from '../../../text/words.tsx'
import { DraftInput, Field, OneOf, ShortChoice, useDraft } from '../../../ui/field.tsx'
import { useKeys } from '../../../ui/keys.ts'
import { founderLabels, kindLabels, valuesOf } from '../enumerations.ts'
import { saidFact, shownFact } from '../unsure.ts'
import type { QuestionProps } from './question-props.ts'

/** Keys 1 to 9 for the first nine choices. */
function useChoiceKeys<V extends string>(values: readonly V[], choose: (value: V) => void): void {
  useKeys(Object.fromEntries(values.slice(0, 9).map((value, at) => [String(at + 1), () => choose(value)])))
}

export function AboutKind({ facts }: QuestionProps) {
  const { t } = useWords()
  const saver = useSaver()
  const { kind } = facts.facility.record
  const kinds = valuesOf(kindLabels)
  function choose(value: string): void {
    const next = kinds.find((each) => each === value)
    if (next === undefined) return
    const beds = hasNoBeds(next)
      ? ('not-applicable' as const)
      : facts.facility.record.beds === 'not-applicable'
        ? undefined
        : facts.facility.record.beds
    void saver.save([setFields('facility', facts.facility, { kind: next, beds })])
  }
  useChoiceKeys(kinds, choose)
  const isCentre = kind === 'checkup-centre' || kind === 'laboratory' || kind === 'checkup-lab-centre'
  return (
    <div className="stack loose">
      <OneOf
        legend={t('questions.choose')}
        hideLegend
        choices={kinds.map((value, at) => ({ value, label: t(kindLabels[value]), keyName: at < 9 ? String(at + 1) : undefined }))}
        value={kind}
        choose={choose}
      />
      {isCentre && (
        <YesNo
          legend={t('q1.alsoClinic')}
          record={facts.facility.record}
          fact="alsoClinic"
          save={(values) => void saver.save([setFields('facility', facts.facility, values)])}
        />
      )}
    </div>
  )
}

interface YesNoProps<F extends string> {
  readonly legend: string
  readonly record: Entry & { readonly [K in F]?: 'yes' | 'no' }
  readonly fact: F
  readonly save: (values: ReturnType<typeof saidFact<F, 'yes' | 'no'>>) => void
  readonly yes?: PlainKey
  readonly no?: PlainKey
}

/** ある・ない・わからない of one fact of a record; the last one leaves it unknown, and stays in the list of what to find out. */
export function YesNo<F extends string>({ legend, record, fact, save, yes = 'choice.yes', no = 'choice.no' }: YesNoProps<F>) {
  const { t } = useWords()
  const today = useToday()
  const shown = record[fact] ?? shownFact(record, fact)
  const choose = (next: string) => save(saidFact(record, fact, next === 'yes' || next === 'no' ? next : undefined, today))
  const choices = [
    { value: 'yes', label: t(yes) },
    { value: 'no', label: t(no) },
    { value: 'unknown', label: t('questions.unknown') },
  ]
  return <ShortChoice legend={legend} choices={choices} value={shown} choose={choose} />
}

export function AboutBeds({ facts }: QuestionProps) {
  const { t } = useWords()
  const saver = useSaver()
  const { beds, kind } = facts.facility.record
  const [wrong, setWrong] = useState<string>()
  const draft = useDraft(typeof beds === 'number' ? String(beds) : undefined, (text) => {
    const number = Number((text ?? '').normalize('NFKC').replace(/床$/, ''))
    const fits = text === undefined || (Number.isInteger(number) && number >= 0 && number <= 5000)
    setWrong(fits ? undefined : t('q2.wrong', { text: text ?? '' }))
    if (fits) void saver.save([setFields('facility', facts.facility, { beds: text === undefined ? undefined : number })])
  })
  return (
    <div className="stack loose">
      <Field label={t('q2.beds')} wrong={wrong}>
        {(field) => <DraftInput field={field} draft={draft} className="short" inputMode="numeric" maxLength={6} />}
      </Field>
      {kind === 'hospital' && (
        <YesNo
          legend={t('q2.advanced')}
          yes="state.yes"
          no="state.no"
          record={facts.facility.record}
          fact="advancedTreatment"
          save={(values) => void saver.save([setFields('facility', facts.facility, values)])}
        />
      )}
    </div>
  )
}

export function AboutFounder({ facts }: QuestionProps) {
  const { t } = useWords()
  const saver = useSaver()
  const founders = valuesOf(founderLabels)
  function choose(value: string): void {
    const founder = founders.find((each) => each === value)
    if (founder !== undefined) void saver.save([setFields('facility', facts.facility, { founder })])
  }
  useChoiceKeys(founders, choose)
  return (
    <OneOf
      legend={t('questions.choose')}
      hideLegend
      choices={founders.map((value, at) => ({ value, label: t(founderLabels[value]), keyName: at < 9 ? String(at + 1) : undefined }))}
      value={facts.facility.record.founder}
      choose={choose}
    />
  )
}

const pcBands = ['1-5', '6-20', '21-50', '51-200', '201+'] as const
const pcWords: Readonly<Record<(typeof pcBands)[number], PlainKey>> = {
  '1-5': 'q8.to5',
  '6-20': 'q8.to20',
  '21-50': 'q8.to50',
  '51-200': 'q8.to200',
  '201+': 'q8.over',
}
const connections = ['chartPcBrowsesInternet', 'guestWifi', 'vendorPlacedEquipment'] as const
const connectionWords: Readonly<Record<(typeof connections)[number], PlainKey>> = {
  chartPcBrowsesInternet: 'q8.internet',
  guestWifi: 'q8.wifi',
  vendorPlacedEquipment: 'q8.equipment',
}

export function AboutPcs({ facts }: QuestionProps) {
  const { t } = useWords()
  const saver = useSaver()
  const { record } = facts.facility
  function choose(value: string): void {
    const clientPcs = pcBands.find((each) => each === value)
    if (clientPcs !== undefined) void saver.save([setFields('facility', facts.facility, { clientPcs })])
  }
  useChoiceKeys(pcBands, choose)
  return (
    <div className="stack loose">
      <OneOf
        legend={t('q8.pcs')}
        choices={pcBands.map((value, at) => ({ value, label: t(pcWords[value]), keyName: String(at + 1) }))}
        value={record.clientPcs}
        choose={choose}
      />
      {connections.map((name) => (
        <YesNo
          key={name}
          legend={t(connectionWords[name])}
          record={record}
          fact={name}
          save={(values) => void saver.save([setFields('facility', facts.facility, values)])}
        />
      ))}
    </div>
  )
}
