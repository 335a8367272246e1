import type { VendorResponse } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'

/** The devices that something is asked of, with the version that the client has read. */
export function AskedDevices({ devices }: { devices: VendorResponse['devices'] }) {
  const { t } = useWords()
  if (devices.length === 0) return null
  return (
    <>
      <dt>{t('weak.column.device')}</dt>
      <dd>
        <ul>
          {devices.map(({ name, version }) => (
            <li key={name}>{version === undefined ? name : t('vendorWeak.device', { name, version })}</li>
          ))}
        </ul>
      </dd>
    </>
  )
}

/** Why it is asked of this vendor: the clause of the contract where there is one, and who pays. */
export function DutyFacts({ duty: { says, contract, clause, paidBy } }: { duty: NonNullable<VendorResponse['duty']> }) {
  const { t, say } = useWords()
  return (
    <>
      <dt>{t('vendorWeak.duty')}</dt>
      <dd>
        {say(says)}
        {contract !== undefined && (
          <span className="small second under">
            {clause === undefined ? t('vendorWeak.contract', { contract }) : t('vendorWeak.clause', { contract, clause })}
          </span>
        )}
        {paidBy === 'fee' && <span className="small second under">{t('weak.cost.none')}</span>}
      </dd>
    </>
  )
}
