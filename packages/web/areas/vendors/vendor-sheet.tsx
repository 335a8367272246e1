import { routes, type VendorSheetLine, type VendorsView } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { ApprovalCard } from './approval-card.tsx'
import { AskWays } from './ask-ways.tsx'
import { Disclosures } from './disclosures.tsx'
import { NextStep } from './next-step.tsx'
import { NoticeCard } from './notice-card.tsx'
import { ScreenLink } from './screen-link.tsx'
import { Updates } from './updates.tsx'
import { VendorCard } from './vendor-card.tsx'
import { requestWords, type Way, wayWords } from './ways.ts'
import './vendors.css'

const here = getRouteApi('/f/$facility/vendors/$sheet/ask')

/** One sheet of one vendor: how to ask, what was asked, and what came back. */
export function VendorSheet() {
  const { t } = useWords()
  const facility = useFacilityId()
  const { sheet } = here.useParams()
  const view = useView(routes.vendors, facility)
  const line = view.data?.sheets.find((each) => each.sheet === sheet)
  const title =
    line === undefined
      ? t('nav.vendors')
      : line.systemName === undefined
        ? line.vendorName
        : t('vendor.andSystem', { vendor: line.vendorName, system: line.systemName })
  return (
    <Page title={title} tools={<SavedNote />} above={<Back />}>
      <Loaded query={view}>{(loaded) => (line ? <Content view={loaded} line={line} /> : <p className="card">{t('sheet.gone')}</p>)}</Loaded>
    </Page>
  )
}

function Back() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <p className="small no-print">
      <Link to="/f/$facility/vendors" params={{ facility }}>
        {t('sheet.back')}
      </Link>
    </p>
  )
}

function Content({ view, line }: { view: VendorsView; line: VendorSheetLine }) {
  const { t, say } = useWords()
  const mayWrite = useMay('facility:write')
  const vendor = view.vendors.find(({ record }) => record.id === line.vendor)
  const isBack = line.state === 'returned'
  return (
    <div className="two">
      <div className="stack loose">
        <p className="row">
          <StateChip state={line.state === 'waiting' ? 'asked' : line.state} days={line.days} />
          {line.onPaper && <span className="source">{t('sheet.onPaper')}</span>}
          <span className="source fixed">{t('asking.number', { number: line.number })}</span>
          {line.asking === undefined && line.next && <span className="small">{say(line.next)}</span>}
        </p>
        {!isBack && mayWrite && <Asking view={view} line={line} />}
        {mayWrite && <ScreenLink line={line} />}
        <Reply line={line} />
        <History line={line} />
      </div>
      <div className="stack loose">
        {vendor && <VendorCard vendor={vendor} />}
        {vendor && <Updates view={view} vendor={vendor.record} />}
        {vendor && <Disclosures view={view} vendor={vendor.record} system={line.system} />}
      </div>
    </div>
  )
}

/** The next step, every way of asking, the approval of the letter and, when all else was tried, the notice. */
function Asking({ view, line }: { view: VendorsView; line: VendorSheetLine }) {
  const [way, setWay] = useState<Way>()
  return (
    <>
      <NextStep line={line} open={setWay} />
      <AskWays view={view} line={line} way={way} setWay={setWay} />
      <ApprovalCard view={view} line={line} />
      {line.sentOn !== undefined && <NoticeCard view={view} line={line} />}
    </>
  )
}

function Reply({ line }: { line: VendorSheetLine }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  return (
    <section className="card stack">
      <h2>{t('reply.title')}</h2>
      <p className="small">
        {line.returnedOn === undefined ? t('reply.notYet') : t('reply.cameOn', { date: longDate(line.returnedOn, lang) })}
      </p>
      {mayWrite && (
        <p className="row">
          <Link className="button" to="/f/$facility/vendors/$sheet/reply" params={{ facility, sheet: line.sheet }}>
            {t('reply.typeIn')}
          </Link>
          <Link className="button" to="/f/$facility/import" params={{ facility }} search={{ as: 'vendor-reply', sheet: line.sheet }}>
            {t('reply.readFile')}
          </Link>
        </p>
      )}
      <p>
        <Link className="small" to="/f/$facility/checklist" params={{ facility }} search={{ mode: 'list', sheet: line.sheet }}>
          {t('reply.see')}
        </Link>
      </p>
    </section>
  )
}

/** A second reply on the screen corrects the first. */
function whatWas(request: VendorSheetLine['requests'][number], line: VendorSheetLine): PlainKey {
  const replies = line.requests.filter((one) => one.kind === 'reply' && one.way === 'screen')
  return replies.indexOf(request) > 0 ? 'receipt.correction' : requestWords[request.kind]
}

/** 「依頼と返事の経過」: a vendor's silence is shown as the facility's work done. */
function History({ line }: { line: VendorSheetLine }) {
  const { t, lang } = useWords()
  return (
    <section>
      <h2>{t('sheet.history')}</h2>
      {line.requests.length === 0 && <p className="small second">{t('sheet.noHistory')}</p>}
      <ol className="history small">
        {line.requests.map((request) => (
          <li key={request.id}>
            <span className="number">{longDate(request.on, lang)}</span>
            <span>{t('sheet.step', { what: t(whatWas(request, line)), way: t(wayWords[request.way] ?? 'way.file') })}</span>
            <span className="second">
              {request.person !== undefined && <span>{t('sheet.person', { name: request.person })} </span>}
              {request.promisedOn !== undefined && <span>{t('sheet.promised', { date: longDate(request.promisedOn, lang) })} </span>}
              {request.note}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
