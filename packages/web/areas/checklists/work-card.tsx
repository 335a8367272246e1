import { routes, type WorkCardView } from '@mimamori/contract'
import { type CalendarDate, type CardTick, date, entityId, type ItemId, type TickId } from '@mimamori/domain'
import { Link } from '@tanstack/react-router'
import { addRecord, removeRecord, type Versioned } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useRecords, useSaver } from '../../data/saving.tsx'
import { useFacilityId, useMay, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Doubt } from '../../ui/marks.tsx'
import { shortDate } from '../../ui/show-date.ts'

/** The work card beside an item. */
export function CardBeside({ card, item }: { card: string; item?: string }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.workCard, facility, { params: { card } })
  return (
    <aside className="work-card" aria-label={t('card.name')}>
      <Loaded query={view}>
        {(loaded) => (
          <>
            <CardHead card={loaded} level="h2" />
            <CardBody card={loaded} item={item} />
            <p className="row card-foot no-print">
              <Link
                className="button low"
                to="/f/$facility/cards/$card"
                params={{ facility, card }}
                search={item === undefined ? {} : { item }}
              >
                {t('card.open')}
              </Link>
            </p>
          </>
        )}
      </Loaded>
    </aside>
  )
}

export function CardHead({ card, level: Heading }: { card: WorkCardView; level: 'h2' | 'p' }) {
  const { t, say } = useWords()
  return (
    <header className="card-head">
      <Heading className="card-name">{t('card.name')}</Heading>
      <span className="small second whole">{t('card.minutes', { minutes: card.minutes })}</span>
      <p className="small">
        {say(card.title)} <Doubt confidence={card.confidence} />
      </p>
    </header>
  )
}

/** だれが・前に・手順・しないとき・聞く言葉, in this order; ticks are evidence. */
export function CardBody({ card, item }: { card: WorkCardView; item?: string | undefined }) {
  const { t, say } = useWords()
  return (
    <dl className="card-facts">
      <dt>{t('card.who')}</dt>
      <dd>{say(card.who)}</dd>
      {card.before.length > 0 && (
        <>
          <dt>{t('card.before')}</dt>
          <dd>
            <Lines lines={card.before} />
          </dd>
        </>
      )}
      <dt>{t('card.steps')}</dt>
      <dd>
        <ul>
          {card.steps.map((step) => (
            <Step key={step.id} card={card} step={step} item={item} />
          ))}
        </ul>
      </dd>
      {card.checkAfter.length > 0 && (
        <>
          <dt>{t('card.after')}</dt>
          <dd>
            <Lines lines={card.checkAfter} />
          </dd>
        </>
      )}
      {card.whenNot.length > 0 && (
        <>
          <dt>{t('card.whenNot')}</dt>
          <dd>
            <Lines lines={card.whenNot} />
          </dd>
        </>
      )}
      {card.askVendor && (
        <>
          <dt>{t('card.ask')}</dt>
          <dd>{say(card.askVendor)}</dd>
        </>
      )}
      {card.evidenceHint && (
        <>
          <dt>{t('card.evidence')}</dt>
          <dd>{say(card.evidenceHint)}</dd>
        </>
      )}
    </dl>
  )
}

function Lines({ lines }: { lines: WorkCardView['before'] }) {
  const { say } = useWords()
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.ja}>{say(line)}</li>
      ))}
    </ul>
  )
}

function Step({ card, step, item }: { card: WorkCardView; step: WorkCardView['steps'][number]; item: string | undefined }) {
  const { t, say, lang } = useWords()
  const saver = useSaver()
  const mayWrite = useMay('facility:write')
  const today = date(useToday())
  const tick = useTick(card, step, today)
  function toggle(): void {
    if (tick) return void saver.save([removeRecord('ticks', tick)])
    const about = item === undefined ? {} : { item: item as ItemId } // ids of items come from the server's own view
    void saver.save([addRecord('ticks', { id: tickIdOf(card.id, step.id), card: card.id, step: step.id, doneOn: today, ...about })])
  }
  return (
    <li>
      <label className="tick">
        <input type="checkbox" checked={tick !== undefined} disabled={!mayWrite} onChange={toggle} />
        <span>
          {say(step.text)}
          {tick && <span className="source"> {t('card.doneOn', { date: shortDate(tick.record.doneOn, lang) })}</span>}
        </span>
      </label>
    </li>
  )
}

/** One tick per step, so that two people who set it at once meet at one record. */
function tickIdOf(card: string, step: string): TickId {
  return entityId<TickId>(`tick:${card}.${step}`)
}

/** The tick of a step, with one that was set or taken back a moment ago. */
function useTick(card: WorkCardView, step: WorkCardView['steps'][number], today: CalendarDate): Versioned<CardTick> | undefined {
  const stored: Versioned<CardTick>[] =
    step.tick === undefined
      ? []
      : [
          {
            version: step.tickVersion ?? 1,
            record: {
              id: entityId(step.tick),
              card: card.id,
              step: step.id,
              doneOn: step.doneOn === undefined ? today : date(step.doneOn),
            },
          },
        ]
  return useRecords('ticks', stored).find(({ record }) => record.card === card.id && record.step === step.id)
}
