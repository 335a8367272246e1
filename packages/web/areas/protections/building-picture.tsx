import type { ProtectionTableView } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { Sign } from '../../ui/sign.tsx'
import { useStateWord } from '../../ui/state-chip.tsx'
import { BuildingLines } from './building-lines.tsx'
import { chipOf, signOf } from './states.ts'

type Places = ProtectionTableView['places']

/** Where the number of each place stands, in the order of the table: gate, letter box, corridor, office door, camera, safe. */
const spots: readonly { readonly x: number; readonly y: number }[] = [
  { x: 66, y: 132 },
  { x: 170, y: 132 },
  { x: 272, y: 112 },
  { x: 370, y: 112 },
  { x: 500, y: 112 },
  { x: 640, y: 112 },
]

/** A house cut open, with a number and the sign of the state at each place. Lines alone, so that it prints in black and white. */
export function BuildingPicture({ places }: { places: Places }) {
  const { t, say } = useWords()
  const stateWord = useStateWord()
  const inWords = places.map(({ name, state }, at) =>
    t('protection.picture.place', { number: at + 1, place: say(name), state: stateWord(chipOf[state]) }),
  )
  return (
    <figure className="building">
      <svg viewBox="0 0 720 330" role="img" aria-label={t('protection.picture', { places: inWords.join(t('list.comma')) })}>
        <BuildingLines />
        {places.map(({ id, state }, at) => {
          const spot = spots[at]
          return (
            spot && (
              <g key={id} transform={`translate(${spot.x} ${spot.y})`}>
                <rect className="badge" x="-38" y="-22" width="76" height="44" rx="22" />
                <text className="badge-number" x="-14" y="9" textAnchor="middle">
                  {at + 1}
                </text>
                <g transform="translate(2 -14)">
                  <Sign name={signOf[state]} size={28} />
                </g>
              </g>
            )
          )
        })}
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
