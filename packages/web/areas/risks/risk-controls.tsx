import type { RiskView } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { ControlLink } from './links.tsx'
import { Seats, Signs, StandIns } from './signs.tsx'
import { controlStates, roleWords } from './words.ts'

type Control = RiskView['controls'][number]

const roles = ['prevent', 'detect', 'limit', 'recover'] as const

/** The controls of a risk by what they do, each with the reasons for its state under a fold. */
export function RiskControls({ view }: { view: RiskView }) {
  const { t } = useWords()
  return (
    <section className="stack">
      <h2>{t('risk.controls')}</h2>
      {roles.map((role) => {
        const own = view.controls.filter((control) => control.role === role)
        if (own.length === 0) return null
        return (
          <section key={role} className="card stack">
            <h3>{t(roleWords[role])}</h3>
            {own.map((control) => (
              <OneControl key={control.id} control={control} vendors={view.vendors} />
            ))}
          </section>
        )
      })}
    </section>
  )
}

function OneControl({ control, vendors }: { control: Control; vendors: RiskView['vendors'] }) {
  const { t, say } = useWords()
  return (
    <div className="risk-control">
      <p className="row">
        <ControlLink id={control.id}>{say(control.name)}</ControlLink>
        {control.isNeeded && <span className="risk-needed">{t('risks.needed')}</span>}
        <StateChip state={controlStates[control.state]} />
      </p>
      <details className="small">
        <summary>{t('control.signs')}</summary>
        <Seats seats={control.seats} vendors={vendors} />
        <Signs signs={control.signs} vendors={vendors} />
      </details>
      {control.standIns.length > 0 && (
        <details className="small">
          <summary>{t('control.standIns')}</summary>
          <StandIns standIns={control.standIns} />
        </details>
      )}
    </div>
  )
}
