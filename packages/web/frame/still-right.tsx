import { routes } from '@mimamori/contract'
import { type CalendarDate, date, fiscalYearStart } from '@mimamori/domain'
import { setFields, type Versioned } from '../data/changes.ts'
import { useView } from '../data/queries.ts'
import { useSaver } from '../data/saving.tsx'
import { useWords } from '../text/words.tsx'
import { ShortDate } from '../ui/marks.tsx'
import { useFacilityId, useMay, useToday } from './rights.ts'

interface Confirmable {
  readonly id: string
  readonly confirmedOn?: CalendarDate
}

/** When an entry was last looked over; one of an earlier year is confirmed here when nothing has changed. */
export function StillRight({ slice, of }: { slice: 'people' | 'contacts' | 'vendors' | 'assets'; of: Versioned<Confirmable> }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const mayWrite = useMay('facility:write')
  const isOld = useIsOld(of.record)
  const { confirmedOn } = of.record
  return (
    <p className="row small">
      {confirmedOn !== undefined && (
        <span className="second">
          {t('confirmed.on')} <ShortDate day={confirmedOn} />
        </span>
      )}
      {isOld && mayWrite && (
        <button type="button" className="button low" onClick={() => void saver.save([setFields(slice, of, { confirmedOn: today })])}>
          {t('confirmed.stillRight')}
        </button>
      )}
    </p>
  )
}

/** A word for the head of an entry that has not been looked over this year. */
export function NotYetConfirmed({ of }: { of: Confirmable }) {
  const { t } = useWords()
  return useIsOld(of) ? <span className="source">{t('confirmed.notYet')}</span> : null
}

function useIsOld({ confirmedOn }: Confirmable): boolean {
  const year = useView(routes.home, useFacilityId()).data?.fiscalYear
  return confirmedOn !== undefined && year !== undefined && confirmedOn < fiscalYearStart(year)
}
