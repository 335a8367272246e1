import { type MatchLine, routes, type VulnerableDeviceView } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { BackToList } from './back.tsx'
import { knownByWords, roleWords } from './match-words.ts'
import { RowTable } from './row-table.tsx'
import { exposureStates } from './states.ts'
import { Why } from './why.tsx'
import './vulnerabilities.css'

const here = getRouteApi('/f/$facility/vulnerabilities/devices/$asset')

/** One device: how it can be come at, what is to be done, and what is published of what is installed on it. */
export function DevicePage() {
  const { t } = useWords()
  const { asset } = here.useParams()
  const view = useView(routes.vulnerableDevice, useFacilityId(), { params: { asset } })
  return (
    <Page step={asset} className="wide" title={view.data?.name ?? t('nav.vulnerabilities')} above={<BackToList />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: VulnerableDeviceView }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  return (
    <div className="stack loose">
      <p className="row">
        <StateChip state={exposureStates[view.exposure]} />
        <span>{say(view.exposureSays)}</span>
        <Link to="/f/$facility/assets/$asset" params={{ facility, asset: view.asset }}>
          {t('weak.device.inRegister')}
        </Link>
      </p>
      <section className="stack">
        <h2>{t('weak.device.do')}</h2>
        {view.rows.length === 0 ? (
          <p className="card">{t('weak.device.nothing')}</p>
        ) : (
          <RowTable rows={view.rows} caption={t('weak.device.do')} />
        )}
      </section>
      <section className="stack">
        <h2>{t('weak.device.installed')}</h2>
        {view.products.length === 0 && <p className="card">{t('weak.device.noProducts')}</p>}
        {view.products.map((product) => (
          <Product key={product.installed} product={product} />
        ))}
      </section>
    </div>
  )
}

function Product({ product }: { product: VulnerableDeviceView['products'][number] }) {
  const { t, lang } = useWords()
  const { name, vendor, version, role, knownBy, on, installed, matches } = product
  return (
    <article className="card stack">
      <h3>{vendor === undefined ? name : t('weak.device.product', { vendor, name })}</h3>
      <dl className="facts">
        <dt>{t('weak.device.role')}</dt>
        <dd>{t(roleWords[role])}</dd>
        <dt>{t('weak.device.version')}</dt>
        <dd>{version ?? t('weak.device.noVersion')}</dd>
        <dt>{t('weak.device.knownBy')}</dt>
        <dd>
          {on === undefined
            ? t(knownByWords[knownBy])
            : t('weak.device.knownOn', { by: t(knownByWords[knownBy]), date: plainDate(on, lang) })}
        </dd>
      </dl>
      {matches.length === 0 ? (
        <p className="small second">{t('weak.device.noMatches')}</p>
      ) : (
        <ul className="stack">
          {byUrgency(matches).map((match) => (
            <Match key={match.match} match={match} installed={installed} />
          ))}
        </ul>
      )}
    </article>
  )
}

/** Those that attacks use first, then by how likely that is. */
function byUrgency(matches: readonly MatchLine[]): readonly MatchLine[] {
  const rank = ({ knownExploitedOn, epss = 0 }: MatchLine) => (knownExploitedOn === undefined ? 0 : 1) + epss
  return matches.toSorted((a, b) => rank(b) - rank(a))
}

function Match({ match, installed }: { match: MatchLine; installed: string }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const { advisory, title, titleLang, fixedVersion, knownExploitedOn } = match
  return (
    <li className="weak-match">
      <p>
        <Link to="/f/$facility/vulnerabilities/advisory" params={{ facility }} search={{ id: advisory }} lang={titleLang}>
          {title}
        </Link>
      </p>
      <p className="small second">
        {knownExploitedOn !== undefined && t('weak.why.exploited')}{' '}
        {fixedVersion === undefined ? t('weak.match.noFix') : t('weak.match.fixed', { version: fixedVersion })}
      </p>
      <Why installed={installed} advisory={advisory} of={title} />
    </li>
  )
}
