import type { ProtectionTableView } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { chipOf } from './states.ts'

/** The same as the picture in words: place by place what stands there for a building and for a system, and how it stands here. */
export function PlacesTable({ table }: { table: ProtectionTableView }) {
  const { t, say } = useWords()
  return (
    <section className="stack" aria-labelledby="protection-places">
      <h2 id="protection-places">{t('protection.here')}</h2>
      <p className="small second">{t('protection.here.says')}</p>
      <div className="table-frame">
        <table className="table as-cards">
          <caption className="hidden-words">{t('protection.here')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('protection.place')}</th>
              <th scope="col">{t('protection.building')}</th>
              <th scope="col">{t('protection.system')}</th>
            </tr>
          </thead>
          <tbody>
            {table.places.map((place, at) => (
              <tr key={place.id}>
                <th scope="row">
                  <span className="place-number">{at + 1}</span> {say(place.name)}
                </th>
                <td data-name={t('protection.building')}>{say(place.building)}</td>
                <td data-name={t('protection.system')}>
                  <ul className="plain-list stack">
                    {table.protections
                      .filter(({ id }) => place.protections.includes(id))
                      .map((one) => (
                        <ProtectionLine key={one.id} protection={one} />
                      ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function ProtectionLine({ protection }: { protection: ProtectionTableView['protections'][number] }) {
  const { t, say } = useWords()
  const { name, state, controls } = protection
  return (
    <li>
      {say(name)} <StateChip state={chipOf[state]} />
      <details className="small">
        <summary>{t('protection.why')}</summary>
        <ul>
          {controls.map((control) => (
            <li key={control.id}>
              {say(control.name)} <StateChip state={chipOf[control.state]} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
