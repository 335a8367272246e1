import { Link } from '@tanstack/react-router'
import { useWords } from '../text/words.tsx'
import { useSession } from './rights.ts'

/** For people in several organisations: where the other ones are chosen. */
export function OrganisationSwitch({ className }: { className: string }) {
  const { t } = useWords()
  const session = useSession()
  if (!session || session.organisations.length < 2) return null
  return (
    <Link className={className} to="/organisations">
      {t('organisations.switch')}
    </Link>
  )
}
