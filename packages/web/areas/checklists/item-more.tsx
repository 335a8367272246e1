import type { ChecklistItemView, ChecklistView } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { setFields } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { SavedText } from '../../ui/field.tsx'
import { Doubt, ShortDate } from '../../ui/marks.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { answersOf } from './answers.ts'
import { EvidencePart } from './evidence.tsx'

/** What is one click away: why it is asked, what the vendors say, what the answer rests on, a note. */
export function ItemMore({ view, item, readOnly }: { view: ChecklistView; item: ChecklistItemView; readOnly: boolean }) {
  const { t } = useWords()
  return (
    <div className="item-more">
      <details>
        <summary>{t('more.why')}</summary>
        <Why item={item} />
      </details>
      {item.vendorAnswers.length > 0 && (
        <details>
          <summary>{t('more.vendors', { count: item.vendorAnswers.length })}</summary>
          <VendorAnswers item={item} />
        </details>
      )}
      <details data-part="evidence" open={window.location.hash === '#evidence'}>
        <summary>{t('more.evidence', { count: item.evidence.length })}</summary>
        <EvidencePart item={item} readOnly={readOnly} />
      </details>
      <details>
        <summary>{t('field.note')}</summary>
        <Note view={view} item={item} readOnly={readOnly} />
      </details>
    </div>
  )
}

function Why({ item }: { item: ChecklistItemView }) {
  const { t, say } = useWords()
  const marked = [item, ...item.refs].some(({ confidence }) => confidence === 'secondary')
  return (
    <div className="stack small">
      {item.whyAsked && <p>{say(item.whyAsked)}</p>}
      <ul>
        {item.refs.map((ref) => (
          <li key={`${ref.edition.ja} ${ref.clause}`}>
            {t('clause', { edition: say(ref.edition), clause: ref.clause })} <Doubt confidence={ref.confidence} />
          </li>
        ))}
      </ul>
      {marked && <p className="source">{t('doubt.secondary.says')}</p>}
    </div>
  )
}

function VendorAnswers({ item }: { item: ChecklistItemView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <ul className="small vendor-answers">
      {item.vendorAnswers.map((answer) => (
        <li key={answer.sheet}>
          <Link to="/f/$facility/vendors/$sheet/ask" params={{ facility, sheet: answer.sheet }}>
            {answer.systemName === undefined
              ? answer.vendorName
              : t('vendor.andSystem', { vendor: answer.vendorName, system: answer.systemName })}
          </Link>
          <StateChip state={answer.state} />
          {answer.checkedOn !== undefined && <ShortDate day={answer.checkedOn} />}
          {answer.reason !== undefined && <span className="second">{answer.reason}</span>}
        </li>
      ))}
    </ul>
  )
}

function Note({ item, readOnly }: { view: ChecklistView; item: ChecklistItemView; readOnly: boolean }) {
  const { t } = useWords()
  const saver = useSaver()
  const { whole } = answersOf(item)
  if (!whole) return null
  return (
    <SavedText
      label={t('field.note')}
      value={whole.record.note}
      readOnly={readOnly}
      save={(note) => void saver.save([setFields('answers', whole, { note })])}
    />
  )
}
