import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'

export function BackToMoney() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <p className="small no-print">
      <Link to="/f/$facility/money" params={{ facility }}>
        {t('money.back')}
      </Link>
    </p>
  )
}
