import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'

/** The way back to 脆弱性. */
export function BackToList() {
  const { t } = useWords()
  return (
    <p className="small no-print">
      <Link to="/f/$facility/vulnerabilities" params={{ facility: useFacilityId() }}>
        {t('nav.vulnerabilities')}
      </Link>
    </p>
  )
}
