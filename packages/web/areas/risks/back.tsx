import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'

/** The way back to リスクと対策. */
export function BackToRisks() {
  const { t } = useWords()
  return (
    <p className="small no-print">
      <Link to="/f/$facility/risks" params={{ facility: useFacilityId() }} search={{}}>
        {t('risks.title')}
      </Link>
    </p>
  )
}
