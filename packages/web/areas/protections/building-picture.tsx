import type { ProtectionTableView } from '@mimamori/contract'
import { buildingShapes, buildingSize, buildingSpots, stateMarks } from '@mimamori/money'
import { useWords } from '../../text/words.tsx'
import { useStateWord } from '../../ui/state-chip.tsx'
import { chipOf } from './states.ts'

type Places = ProtectionTableView['places']

/** A house cut open, with a number and the mark of the state at each place. Lines alone, so that it prints in black and white. */
export function BuildingPicture({ places }: { places: Places }) {
  const { t, say } = useWords()
  const stateWord = useStateWord()
  const inWords = places.map(({ name, state }, at) =>
    t('protection.picture.place', { number: at + 1, place: say(name), state: stateWord(chipOf[state]) }),
  )
  const { width, height } = buildingSize
  return (
    <figure className="building">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('protection.picture', { places: inWords.join(t('list.comma')) })}>
        {buildingShapes.map(({ id, path }) => (
          <path key={id} className="building-line" d={path} />
        ))}
        {places.map(({ id, state }, at) => (
          <Badge key={id} number={at + 1} state={state} />
        ))}
      </svg>
      <figcaption>
        <p className="small second">{t('protection.asks')}</p>
        <ol className="building-places">
          {places.map(({ id }, at) => (
            <li key={id}>{inWords[at]}</li>
          ))}
        </ol>
      </figcaption>
    </figure>
  )
}

function Badge({ number, state }: { number: number; state: Places[number]['state'] }) {
  const spot = buildingSpots[number - 1]
  if (!spot) return null
  return (
    <g transform={`translate(${spot.x} ${spot.y})`}>
      <rect className="badge" x="-38" y="-22" width="76" height="44" rx="22" />
      <text className="badge-number" x="-14" y="9" textAnchor="middle">
        {number}
      </text>
      <path className="badge-mark" transform="translate(2 -14) scale(1.75)" d={stateMarks[state]} />
    </g>
  )
}
