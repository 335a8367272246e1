import { getRouteApi, Link } from '@tanstack/react-router'
import { writeSetting } from '../../data/settings.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'

const here = getRouteApi('/f/$facility/checklist')

/** 「1問ずつ」「一覧」. */
export function ModeSwitch({ mode, item }: { mode: 'one' | 'list'; item: string | undefined }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const { sheet } = here.useSearch()
  const link = (to: 'one' | 'list') => ({ mode: to, ...(item !== undefined && { item }), ...(sheet !== undefined && { sheet }) })
  return (
    <nav className="switch" aria-label={t('checklist.modes')}>
      {(['one', 'list'] as const).map((each) => (
        <Link
          key={each}
          to="/f/$facility/checklist"
          params={{ facility }}
          search={link(each)}
          aria-current={mode === each ? 'page' : undefined}
          onClick={() => writeSetting('list-mode', each)}
        >
          {t(each === 'one' ? 'checklist.one' : 'checklist.list')}
        </Link>
      ))}
    </nav>
  )
}
