import { IconBuildingHospital, IconReplace, IconUsers } from '@tabler/icons-react'
import { Link, Outlet } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { IdleWatch } from '../../frame/idle-watch.tsx'
import { IncidentButton } from '../../frame/incident-button.tsx'
import { LanguageSwitch } from '../../frame/language-switch.tsx'
import { Mark } from '../../frame/mark.tsx'
import { OrganisationSwitch } from '../../frame/organisation-switch.tsx'
import { useSession } from '../../frame/rights.ts'
import { SignOut } from '../../frame/sign-out.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { roleWords } from '../../ui/role-words.ts'
import { Announcer } from '../../ui/say.tsx'

interface Place {
  readonly to: '/shown' | '/shown/members' | '/shown/handover'
  readonly name: PlainKey
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
}

const places: readonly Place[] = [
  { to: '/shown', name: 'shown.facilities', icon: IconBuildingHospital },
  { to: '/shown/members', name: 'members.title', icon: IconUsers },
  { to: '/shown/handover', name: 'handover.title', icon: IconReplace },
]

/** The frame of those who look in: an association, an insurer, an authority, the security team of a region. */
export function ShownFrame() {
  const { t } = useWords()
  const session = useSession()
  const { organisation, person } = session ?? {}
  return (
    <div className="page-frame shown-frame">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="head">
        <Link className="head-mark" to="/shown">
          <Mark />
          <span>{t('product')}</span>
        </Link>
        <p className="head-facility">
          <strong>{organisation?.name}</strong>
        </p>
        {person && organisation && (
          <p className="head-person">
            {t('head.person', { name: person.name })}
            <span>{t(roleWords[organisation.role])}</span>
          </p>
        )}
        <OrganisationSwitch className="head-person" />
        <IncidentButton />
      </header>
      <Places className="side" />
      <main className="content" id="content" tabIndex={-1}>
        <Outlet />
        <div className="row languages no-print">
          <LanguageSwitch />
          <OrganisationSwitch className="button" />
          <SignOut />
        </div>
      </main>
      <Places className="bar" />
      <IdleWatch />
      <Announcer />
    </div>
  )
}

function Places({ className }: { className: 'side' | 'bar' }) {
  const { t } = useWords()
  return (
    <nav className={className} aria-label={t('shown.label')}>
      <ul>
        {places.map(({ to, name, icon: Icon }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === '/shown' }}>
              <Icon size={20} stroke={1.6} aria-hidden />
              <span className="name">{t(name)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
