import type { FactsView } from '@mimamori/contract'
import { type ContractId, entityId, type InformationSystem, isKnown, type VendorId } from '@mimamori/domain'
import { addRecord, newId, setFields, type Versioned } from '../../../data/changes.ts'
import { useSaver } from '../../../data/saving.tsx'
import { useToday } from '../../../frame/rights.ts'
import { plainText } from '../../../frame/search.ts'
import { useWords } from '../../../text/words.tsx'
import { DraftInput, Field, SavedLine, ShortChoice, useDraft } from '../../../ui/field.tsx'
import { saidFact, shownFact } from '../unsure.ts'
import type { QuestionProps } from './question-props.ts'

/** Which company keeps each system. */
export function AboutVendors({ facts }: QuestionProps) {
  return (
    <div className="stack">
      {facts.systems.map((system, at) => (
        <SystemVendor key={system.record.id} facts={facts} system={system} before={facts.systems[at - 1]} />
      ))}
    </div>
  )
}

type SystemView = Versioned<InformationSystem>

function SystemVendor({ facts, system, before }: { facts: FactsView; system: SystemView; before: SystemView | undefined }) {
  const { t } = useWords()
  const saver = useSaver()
  const id = system.record.vendor
  const vendor = facts.vendors.find(({ record }) => record.id === id)
  const above = before && isKnown(before.record.vendor) ? before.record.vendor : undefined
  const use = (next: VendorId | 'none' | undefined) => void saver.save([setFields('systems', system, { vendor: next })])
  return (
    <section className="card system-card">
      <h2>{system.record.name}</h2>
      {vendor ? (
        <VendorFields facts={facts} system={system} vendor={vendor} />
      ) : id === 'none' ? (
        <p>{t('q6.ownKept')}</p>
      ) : (
        <NewVendor facts={facts} system={system} />
      )}
      <p className="row">
        {id === undefined && above !== undefined && (
          <button type="button" className="button low" onClick={() => use(above)}>
            {t('q6.sameAsAbove')}
          </button>
        )}
        {id === undefined && (
          <button type="button" className="button low" onClick={() => use('none')}>
            {t('q6.nobody')}
          </button>
        )}
        {id !== undefined && (
          <button type="button" className="text-button" onClick={() => use(undefined)}>
            {t('q6.another')}
          </button>
        )}
      </p>
    </section>
  )
}

/** NOTE: a company that is already known by another spelling (㈱, 株式会社) is the same company here, too. */
function NewVendor({ facts, system }: { facts: FactsView; system: SystemView }) {
  const { t } = useWords()
  const saver = useSaver()
  const draft = useDraft(
    undefined,
    (name) => {
      if (name === undefined) return
      const known = facts.vendors.find(({ record }) => plainText(record.name) === plainText(name))
      const id = known?.record.id ?? entityId<VendorId>(newId('vendor'))
      void saver.save([...(known ? [] : [addRecord('vendors', { id, name })]), setFields('systems', system, { vendor: id })])
    },
    { pause: false },
  )
  return (
    <div className="pair">
      <Field label={t('q6.company')}>{(field) => <DraftInput field={field} draft={draft} />}</Field>
      {facts.vendors.length > 0 && (
        <Field label={t('q6.known')}>
          {(props) => (
            <select
              {...props}
              value=""
              onChange={(event) =>
                event.target.value !== '' &&
                void saver.save([setFields('systems', system, { vendor: entityId<VendorId>(event.target.value) })])
              }
            >
              <option value="">{t('q6.chooseKnown')}</option>
              {facts.vendors.map(({ record }) => (
                <option key={record.id} value={record.id}>
                  {record.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  )
}

function VendorFields({ facts, system, vendor }: { facts: FactsView; system: SystemView; vendor: FactsView['vendors'][number] }) {
  const { t } = useWords()
  const saver = useSaver()
  const { record } = vendor
  const line = (name: 'kana' | 'phone' | 'fax' | 'contactName') => (value: string | undefined) =>
    void saver.save([setFields('vendors', vendor, { [name]: value })])
  return (
    <>
      <div className="pair">
        <SavedLine
          label={t('q6.company')}
          value={record.name}
          save={(name) => name !== undefined && void saver.save([setFields('vendors', vendor, { name })])}
        />
        <SavedLine label={t('q6.kana')} value={record.kana} save={line('kana')} />
        <SavedLine label={t('q6.phone')} type="tel" maxLength={40} value={record.phone} save={line('phone')} />
        <SavedLine label={t('q6.fax')} type="tel" maxLength={40} value={record.fax} save={line('fax')} />
        <SavedLine label={t('q6.contact')} value={record.contactName} save={line('contactName')} />
        <MakerLine facts={facts} system={system} />
      </div>
      <ContractChoice facts={facts} system={system} vendor={record.id} />
    </>
  )
}

/** The maker, where a dealer stands between: a company like any other. */
function MakerLine({ facts, system }: { facts: FactsView; system: SystemView }) {
  const { t } = useWords()
  const saver = useSaver()
  const maker = facts.vendors.find(({ record }) => record.id === system.record.maker)
  const draft = useDraft(
    maker?.record.name,
    (name) => {
      if (name === undefined) return void saver.save([setFields('systems', system, { maker: undefined })])
      const known = facts.vendors.find(({ record }) => plainText(record.name) === plainText(name))
      const id = known?.record.id ?? entityId<VendorId>(newId('vendor'))
      void saver.save([...(known ? [] : [addRecord('vendors', { id, name, kind: 'maker' })]), setFields('systems', system, { maker: id })])
    },
    { pause: false },
  )
  return <Field label={t('q6.maker')}>{(field) => <DraftInput field={field} draft={draft} />}</Field>
}

function ContractChoice({ facts, system, vendor }: { facts: FactsView; system: SystemView; vendor: VendorId }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = useToday()
  const { contract } = system.record
  const say = (value: ContractId | 'none' | undefined) => setFields('systems', system, saidFact(system.record, 'contract', value, today))
  function choose(value: string): void {
    if (value !== 'yes') return void saver.save([say(value === 'no' ? 'none' : undefined)])
    const known = facts.contracts.find(({ record }) => record.vendor === vendor)
    const id = known?.record.id ?? entityId<ContractId>(newId('contract'))
    void saver.save([...(known ? [] : [addRecord('contracts', { id, vendor })]), say(id)])
  }
  const shown = contract === undefined ? shownFact(system.record, 'contract') : contract === 'none' ? 'no' : 'yes'
  return (
    <ShortChoice
      legend={t('q6.contract')}
      choices={[
        { value: 'yes', label: t('choice.there') },
        { value: 'no', label: t('choice.notThere') },
        { value: 'unknown', label: t('questions.unknown') },
      ]}
      value={shown}
      choose={choose}
    />
  )
}
