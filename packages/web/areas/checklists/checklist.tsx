import { type ChecklistView, routes } from '@mimamori/contract'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { withPending } from '../../data/saver.ts'
import { useSaverState } from '../../data/saving.tsx'
import { readSetting } from '../../data/settings.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import './checklist.css'
import { ChecklistList } from './checklist-list.tsx'
import { ChecklistOne } from './checklist-one.tsx'
import { resumeItem } from './resume.ts'

const here = getRouteApi('/f/$facility/checklist')

/** The facility's own sheet, one item at a time or as a list; both keep the place. */
export function Checklist() {
  const { t } = useWords()
  const facility = useFacilityId()
  const { sheet } = here.useSearch()
  const view = useView(routes.checklist, facility, { query: sheet === undefined ? {} : { sheet } })
  if (view.data === undefined)
    return (
      <Page title={t('nav.checklist')}>
        <Loaded query={view}>{() => null}</Loaded>
      </Page>
    )
  return <Sheet view={view.data} />
}

/** The view with what was answered a moment ago. */
function useLive(view: ChecklistView): ChecklistView {
  const state = useSaverState()
  return {
    ...view,
    items: view.items.map((item) => ({
      ...item,
      answers: [...withPending(state, 'answers', item.answers)].filter(
        ({ record }) => record.item === item.item && record.sheet === view.sheet.record.id,
      ),
    })),
  }
}

function Sheet({ view: stored }: { view: ChecklistView }) {
  const view = useLive(stored)
  const mayWrite = useMay('facility:write')
  const { mode = readSetting('list-mode') === 'list' ? 'list' : 'one', item: wanted } = here.useSearch()
  // NOTE: chosen once, or answering an item would itself lead on to the next.
  const [first] = useState(() => resumeItem(view.items))
  const at = Math.max(
    0,
    view.items.findIndex((item) => item.item === (wanted ?? first)),
  )
  const readOnly = view.readOnly || !mayWrite
  if (mode === 'list') return <ChecklistList view={view} at={at} readOnly={readOnly} />
  return <ChecklistOne view={view} at={at} readOnly={readOnly} />
}
