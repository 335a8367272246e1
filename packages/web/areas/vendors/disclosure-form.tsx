import {
  type CalendarDate,
  type DisclosureId,
  type DisclosureSheet,
  date,
  type EvidenceId,
  entityId,
  type InformationSystem,
  type Vendor,
} from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { addRecord, newId } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { announce } from '../../ui/say.tsx'
import { disclosureKinds } from './disclosure-kinds.ts'
import { disclosureFile, EvidenceField } from './evidence-field.tsx'

interface Written {
  readonly product: string
  readonly version: string
  readonly kind: DisclosureSheet['kind']
  readonly form: string
  readonly on: CalendarDate | undefined
  readonly file?: string
}

/** 「受領を記録する」: one sheet for one version of a product. */
export function DisclosureForm({ vendor, system }: { vendor: Vendor; system: InformationSystem | undefined }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const empty: Written = { product: system?.name ?? '', version: '', kind: 'mds', form: '', on: today }
  const [written, setWritten] = useState(empty)
  const [round, setRound] = useState(0)
  const set = (some: Partial<Written>) => setWritten((before) => ({ ...before, ...some }))
  async function keep(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const record = recordOf(written, vendor, system)
    if (!record) return
    const outcome = await saver.save([addRecord('disclosures', record)])
    if (outcome.kind !== 'saved') return
    announce(t('disclosure.kept'))
    setWritten(empty)
    setRound((before) => before + 1)
  }
  return (
    <details key={round}>
      <summary>{t('disclosure.add')}</summary>
      <form className="stack" noValidate onSubmit={(event) => void keep(event)}>
        <TextLine label={t('disclosure.name')} value={written.product} most={200} change={(product) => set({ product })} />
        <TextLine label={t('disclosure.version')} value={written.version} most={100} change={(version) => set({ version })} />
        <Field label={t('disclosure.kind')} help={t('disclosure.kind.help')}>
          {(props) => (
            <select
              {...props}
              value={written.kind}
              onChange={(event) => set({ kind: disclosureKinds.find(({ kind }) => kind === event.target.value)?.kind ?? 'mds' })}
            >
              {disclosureKinds.map(({ kind, word }) => (
                <option key={kind} value={kind}>
                  {t(word)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextLine
          label={t('disclosure.form')}
          help={t('disclosure.form.help')}
          value={written.form}
          most={40}
          change={(form) => set({ form })}
        />
        <DateField label={t('disclosure.on')} value={written.on} today={today} save={(on) => set({ on })} />
        <EvidenceField words={disclosureFile} kept={written.file !== undefined} keep={(file) => set({ file })} />
        <p>
          <button type="submit" className="button filled">
            {t('disclosure.keep')}
          </button>
        </p>
      </form>
    </details>
  )
}

/** Nothing without a product and a day. */
function recordOf(written: Written, vendor: Vendor, system: InformationSystem | undefined): DisclosureSheet | undefined {
  const [product, version, form] = [written.product.trim(), written.version.trim(), written.form.trim()]
  if (product === '' || written.on === undefined) return undefined
  return {
    id: entityId<DisclosureId>(newId('mds')),
    vendor: vendor.id,
    ...(system && { system: system.id }),
    product,
    kind: written.kind,
    receivedOn: written.on,
    ...(version !== '' && { productVersion: version }),
    ...(form !== '' && { formVersion: form }),
    ...(written.file !== undefined && { file: entityId<EvidenceId>(written.file) }),
  }
}

function TextLine({
  label,
  help,
  value,
  most,
  change,
}: {
  label: string
  help?: string
  value: string
  most: number
  change: (value: string) => void
}) {
  return (
    <Field label={label} help={help}>
      {(props) => <input {...props} maxLength={most} value={value} onChange={(event) => change(event.target.value)} />}
    </Field>
  )
}
