import type { VendorsView } from '@mimamori/contract'
import { type DisclosureSheet, disclosuresOf, type EvidenceId, entityId, type Vendor } from '@mimamori/domain'
import { removeRecord, setFields, type Versioned } from '../../data/changes.ts'
import { useRecords, useSaver } from '../../data/saving.tsx'
import { useMay } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { DisclosureForm } from './disclosure-form.tsx'
import { disclosureKinds } from './disclosure-kinds.ts'
import { disclosureFile, EvidenceField } from './evidence-field.tsx'

/** MDS/SDS: the disclosure sheets that came from the vendor, for each version of a product. */
export function Disclosures({ view, vendor, system }: { view: VendorsView; vendor: Vendor; system: string | undefined }) {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  const stored = useRecords('disclosures', view.disclosures)
  const listed = disclosuresOf({ disclosures: stored.map(({ record }) => record) }, { vendor: vendor.id })
  const named = view.systems.find(({ record }) => record.id === system)?.record
  return (
    <section className="card stack">
      <h2>{t('disclosure.title')}</h2>
      <p className="small second">{t(listed.length === 0 ? 'disclosure.none' : 'disclosure.says')}</p>
      <ul className="stack">
        {listed.flatMap(({ id }) => {
          const sheet = stored.find(({ record }) => record.id === id)
          return sheet ? [<Line key={id} sheet={sheet} />] : []
        })}
      </ul>
      {mayWrite && <DisclosureForm vendor={vendor} system={named} />}
    </section>
  )
}

function Line({ sheet }: { sheet: Versioned<DisclosureSheet> }) {
  const { t, lang } = useWords()
  const saver = useSaver()
  const takeOff = useUndoable()
  const mayWrite = useMay('facility:write')
  const { product, productVersion, kind, formVersion, receivedOn, file } = sheet.record
  const name = productVersion === undefined ? product : t('disclosure.product', { product, version: productVersion })
  const word = disclosureKinds.find((one) => one.kind === kind)?.word ?? 'disclosure.mds'
  const day = plainDate(receivedOn, lang)
  return (
    <li className="stack">
      <p>
        <strong>{name}</strong> <span className="second">{t(word)}</span>
        <br />
        {formVersion === undefined ? t('disclosure.received', { date: day }) : t('disclosure.receivedIn', { form: formVersion, date: day })}
      </p>
      {mayWrite && (
        <details className="small">
          <summary>{t(file === undefined ? 'disclosure.change' : 'disclosure.changeKept')}</summary>
          <div className="stack">
            <EvidenceField
              words={disclosureFile}
              kept={file !== undefined}
              keep={(evidence) => void saver.save([setFields('disclosures', sheet, { file: entityId<EvidenceId>(evidence) })])}
            />
            <p>
              <button
                type="button"
                className="button low"
                onClick={() => takeOff([removeRecord('disclosures', sheet)], t('disclosure.takenOff', { name }))}
              >
                {t('disclosure.takeOff', { name })}
              </button>
            </p>
          </div>
        </details>
      )}
    </li>
  )
}
