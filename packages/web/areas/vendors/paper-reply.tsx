import { type ChecklistView, routes } from '@mimamori/contract'
import { type CalendarDate, date } from '@mimamori/domain'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { withPending } from '../../data/saver.ts'
import { useSaverState } from '../../data/saving.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { PaperEnd } from './paper-end.tsx'
import { PaperLines } from './paper-lines.tsx'
import './vendors.css'

const here = getRouteApi('/f/$facility/vendors/$sheet/reply')

/** 「紙で届いた回答を写す」: in the order of the paper, by keys, kept with scan, receipt date, and both names. */
export function PaperReply() {
  const { t } = useWords()
  const facility = useFacilityId()
  const { sheet } = here.useParams()
  const view = useView(routes.checklist, facility, { query: { sheet } })
  const back = (
    <p className="small">
      <Link to="/f/$facility/vendors/$sheet/ask" params={{ facility, sheet }}>
        {view.data?.vendorName ?? t('sheet.back')}
      </Link>
    </p>
  )
  return (
    <Page title={t('paper.title')} beside={view.data?.systemName} tools={<SavedNote />} above={back}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view: stored }: { view: ChecklistView }) {
  const { t } = useWords()
  const state = useSaverState()
  const today = date(useToday())
  const view = {
    ...stored,
    items: stored.items.map((item) => ({
      ...item,
      answers: [...withPending(state, 'answers', item.answers)].filter(
        ({ record }) => record.item === item.item && record.sheet === stored.sheet.record.id,
      ),
    })),
  }
  const [checkedOn, setCheckedOn] = useState<CalendarDate>()
  if (view.readOnly) return <p className="box-note">{t('checklist.closed')}</p>
  return (
    <div className="stack loose">
      <p>{t('paper.says')}</p>
      <div className="dates">
        <DateField
          label={t('paper.checkedOn')}
          help={t('paper.checkedOn.help')}
          value={checkedOn}
          today={today}
          withToday={false}
          save={setCheckedOn}
        />
      </div>
      <PaperLines view={view} checkedOn={checkedOn} />
      <PaperEnd view={view} />
    </div>
  )
}
