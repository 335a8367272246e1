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
        <p>{say(says)}</p>
        {contract !== undefined && (
          <p className="second">
            {clause === undefined ? t('vendorWeak.contract', { contract }) : t('vendorWeak.clause', { contract, clause })}
          </p>
        )}
        {paidBy === 'fee' && <p className="second">{t('weak.cost.none')}</p>}
      </dd>
    </>
  )
}
