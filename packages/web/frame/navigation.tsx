import type { HomeView } from '@mimamori/contract'
import {
  IconBox,
  IconChecklist,
  IconColumns2,
  IconCurrencyYen,
  IconDots,
  IconFileImport,
  IconFileText,
  IconFlag,
  IconHome,
  IconListCheck,
  IconScale,
  IconSettings,
  IconShield,
  IconSitemap,
  IconUsers,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { type PlainKey, useWords } from '../text/words.tsx'

type Counts = HomeView['counts'] & { readonly tasks: number }

interface Place {
  readonly to:
    | '/f/$facility/today'
    | '/f/$facility/checklist'
    | '/f/$facility/joined'
    | '/f/$facility/findings'
    | '/f/$facility/tasks'
    | '/f/$facility/assets'
    | '/f/$facility/network'
    | '/f/$facility/vulnerabilities'
    | '/f/$facility/risks'
    | '/f/$facility/vendors'
    | '/f/$facility/import'
    | '/f/$facility/money'
    | '/f/$facility/papers'
    | '/f/$facility/settings'
    | '/f/$facility/more'
  readonly name: PlainKey
  readonly short?: PlainKey
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  readonly apart?: true
  readonly count?: (counts: Counts) => string
}

const places: readonly Place[] = [
  {
    to: '/f/$facility/today',
    name: 'nav.today',
    short: 'nav.today.short',
    icon: IconHome,
    count: ({ tasks }) => String(Math.min(tasks, 3)),
  },
  {
    to: '/f/$facility/checklist',
    name: 'nav.checklist',
    short: 'nav.checklist.short',
    icon: IconListCheck,
    count: ({ answered, items }) => `${answered}/${items}`,
  },
  { to: '/f/$facility/joined', name: 'nav.joined', icon: IconColumns2, count: ({ differs }) => String(differs) },
  { to: '/f/$facility/findings', name: 'nav.findings', short: 'nav.findings', icon: IconFlag, count: ({ findings }) => String(findings) },
  { to: '/f/$facility/tasks', name: 'nav.tasks', icon: IconChecklist, count: ({ taken }) => String(taken) },
  { to: '/f/$facility/assets', name: 'nav.assets', icon: IconBox, apart: true, count: ({ assets }) => (assets > 0 ? String(assets) : '') },
  { to: '/f/$facility/network', name: 'nav.network', icon: IconSitemap },
  {
    to: '/f/$facility/vulnerabilities',
    name: 'nav.vulnerabilities',
    icon: IconShield,
    count: ({ weak }) => (weak > 0 ? String(weak) : ''),
  },
  { to: '/f/$facility/risks', name: 'nav.risks', icon: IconScale },
  {
    to: '/f/$facility/vendors',
    name: 'nav.vendors',
    short: 'nav.vendors',
    icon: IconUsers,
    count: ({ vendors }) => String(vendors),
  },
  { to: '/f/$facility/import', name: 'nav.import', icon: IconFileImport },
  { to: '/f/$facility/money', name: 'nav.money', icon: IconCurrencyYen, apart: true },
  { to: '/f/$facility/papers', name: 'nav.papers', icon: IconFileText },
  { to: '/f/$facility/settings', name: 'nav.settings', icon: IconSettings },
]

/** The places of a facility, at the left. */
export function SideNavigation({ facility, home }: { facility: string; home: HomeView | undefined }) {
  const { t } = useWords()
  // NOTE: before the first answer the counts would only say that nothing has been done yet.
  const counts = home && home.counts.answered > 0 ? { ...home.counts, tasks: home.tasks.length } : undefined
  return (
    <nav className="side" aria-label={t('nav.label')}>
      <ul>
        {places.map(({ to, name, icon: Icon, apart, count }) => (
          <li key={to} className={apart && 'apart'}>
            <Link to={to} params={{ facility }}>
              <Icon size={20} stroke={1.6} aria-hidden />
              <span className="name">{t(name)}</span>
              {counts && count && <span className="count number">{count(counts)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The same at the bottom of a phone: four places and the rest. */
export function BottomNavigation({ facility }: { facility: string }) {
  const { t } = useWords()
  return (
    <nav className="bar" aria-label={t('nav.label')}>
      <ul>
        {places
          .filter((place) => place.short !== undefined)
          .map(({ to, name, short, icon: Icon }) => (
            <li key={to}>
              <Link to={to} params={{ facility }}>
                <Icon size={22} stroke={1.6} aria-hidden />
                {t(short ?? name)}
              </Link>
            </li>
          ))}
        <li>
          <Link to="/f/$facility/more" params={{ facility }}>
            <IconDots size={22} stroke={1.6} aria-hidden />
            {t('nav.more')}
          </Link>
        </li>
      </ul>
    </nav>
  )
}

/** 「ほか」 on a phone: the places that are not in the bar. */
export function OtherPlaces({ facility }: { facility: string }) {
  const { t } = useWords()
  return (
    <ul className="stack">
      {places
        .filter((place) => place.short === undefined)
        .map(({ to, name, icon: Icon }) => (
          <li key={to}>
            <Link className="button wide starts-left" to={to} params={{ facility }}>
              <Icon size={20} stroke={1.6} aria-hidden />
              {t(name)}
            </Link>
          </li>
        ))}
    </ul>
  )
}
