import type { ControlView, RisksView } from '@mimamori/contract'
import { useFacilityId } from '../../frame/rights.ts'
import { TargetLink } from '../../frame/target-link.tsx'
import { useWords, type Words } from '../../text/words.tsx'
import { Doubt } from '../../ui/marks.tsx'
import { StateChip, useStateWord } from '../../ui/state-chip.tsx'
import { ControlLink } from './links.tsx'
import { controlStates, partyNamer } from './words.ts'

type Sign = ControlView['signs'][number]
type Vendors = RisksView['vendors']

/** Who must do a control, each with its state. */
export function Seats({ seats, vendors }: { seats: ControlView['seats']; vendors: Vendors }) {
  const { t } = useWords()
  const nameOf = partyNamer(vendors, t)
  return (
    <ul className="risk-lines">
      {seats.map(({ party, state }) => (
        <li key={party} className="row">
          <span>{nameOf(party)}</span>
          <StateChip state={controlStates[state]} />
        </li>
      ))}
    </ul>
  )
}

/** Where the state of a control comes from, each leading to where it is changed. */
export function Signs({ signs, vendors }: { signs: readonly Sign[]; vendors: Vendors }) {
  const words = useWords()
  const facility = useFacilityId()
  const stateWord = useStateWord()
  const nameOf = partyNamer(vendors, words.t)
  if (signs.length === 0) return <p className="small second">{words.t('control.signs.none')}</p>
  return (
    <ul className="risk-lines small">
      {signs.map((sign, at) => {
        const source = sourceOf(words, sign, nameOf)
        const line = words.t('control.sign', { source, state: stateWord(controlStates[sign.state]) })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own and keep their order
          <li key={at}>
            {sign.target ? (
              <TargetLink facility={facility} target={sign.target} className="">
                {line}
              </TargetLink>
            ) : (
              line
            )}
          </li>
        )
      })}
    </ul>
  )
}

function sourceOf({ t, say }: Words, { by, of, party }: Sign, nameOf: (party: string) => string): string {
  const name = of ? say(of) : ''
  if (by === 'checklist') return t('control.by.checklist', { of: name, party: nameOf(party) })
  if (by === 'fact' || by === 'part') return t('control.by.fact', { of: name })
  return t(by === 'stated' ? 'control.by.stated' : 'control.by.ended', { party: nameOf(party) })
}

/** Controls that may stand in, with condition and limit. */
export function StandIns({ standIns }: { standIns: ControlView['heldBy'] }) {
  const { t, say } = useWords()
  return (
    <ul className="risk-lines small">
      {standIns.map(({ by, name, state, condition, limit, when, confidence }) => (
        <li key={by}>
          <ControlLink id={by}>{say(name)}</ControlLink> <StateChip state={controlStates[state]} /> <Doubt confidence={confidence} />
          <span className="under">{t('control.standIn.when', { condition: say(condition) })}</span>
          {when && <span className="under second">{say(when)}</span>}
          <span className="under">{t('control.standIn.limit', { limit: say(limit) })}</span>
        </li>
      ))}
    </ul>
  )
}
