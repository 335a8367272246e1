import type { HomeView } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useWords } from '../text/words.tsx'
import { roleWords } from '../ui/role-words.ts'
import { IncidentButton } from './incident-button.tsx'
import { Mark } from './mark.tsx'
import { OrganisationSwitch } from './organisation-switch.tsx'
import { Others } from './presence.tsx'
import { useFacilityLine, useSession } from './rights.ts'
import { SearchBox } from './search-box.tsx'

/** Mark, facility, year and edition, search, person, red button. */
export function Head({ facility, home }: { facility: string; home: HomeView | undefined }) {
  const { t, say } = useWords()
  const session = useSession()
  const line = useFacilityLine()
  return (
    <header className="head">
      <Link className="head-mark" to="/f/$facility/today" params={{ facility }}>
        <Mark />
        <span>{t('product')}</span>
      </Link>
      <p className="head-facility">
        <strong>{home?.facility.name ?? line?.name}</strong>
        {home && <span>{t('head.edition', { year: say(home.fiscalYearName), edition: say(home.edition.short) })}</span>}
        <Others facility={facility} />
      </p>
      <SearchBox facility={facility} />
      {session?.person && (
        <Link className="head-person" to="/f/$facility/settings" params={{ facility }}>
          {t('head.person', { name: session.person.name })}
          {line && <span>{t(roleWords[line.role])}</span>}
        </Link>
      )}
      <OrganisationSwitch className="head-person" />
      <IncidentButton facility={facility} />
    </header>
  )
}
