import { routes, type VendorSheetLine, type VendorsView } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ask } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { ShortDate } from '../../ui/marks.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { StateChip, type StateName } from '../../ui/state-chip.tsx'
import { AskingTools } from './asking-tools.tsx'
import { FromVendors } from './from-vendors.tsx'
import { byWork } from './order.ts'
import { SameCompanies } from './same-companies.tsx'
import { wayWords } from './ways.ts'
import './vendors.css'

const here = getRouteApi('/f/$facility/vendors')

/** 「事業者確認用シート」: whom, how, since when, what came back, what is next. */
export function Vendors() {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.vendors, facility)
  const count = view.data?.sheets.length
  return (
    <Page className="wide" title={count === undefined ? t('nav.vendors') : t('vendors.title', { count })} tools={<Tools />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Tools() {
  const { t } = useWords()
  const facility = useFacilityId()
  const mayImport = useMay('import:write')
  return (
    <>
      <SavedNote />
      <DownloadButton route={routes.vendorsFile} input={{ params: { facility } }} name="vendor-sheets.xlsx" look="button low">
        {t('vendors.file')}
      </DownloadButton>
      <Link className="button low" to="/f/$facility/questions" params={{ facility }}>
        {t('open.title')}
      </Link>
      {mayImport && (
        <Link className="button low" to="/f/$facility/import" params={{ facility }} search={{ as: 'vendor-reply' }}>
          {t('vendors.readReply')}
        </Link>
      )}
    </>
  )
}

function Content({ view }: { view: VendorsView }) {
  const { t } = useWords()
  return (
    <div className="stack">
      <FromVendors view={view} />
      <MakeSheets view={view} />
      <SameCompanies view={view} />
      {view.sheets.length > 0 && view.sheets.every((line) => line.state === 'not-sent') && (
        <p className="box-note">
          <strong>{t('vendors.noneSent')}</strong> {t('vendors.noneSent.says')}
        </p>
      )}
      {view.sheets.length === 0 && view.sheetsToMake === 0 && <NoVendors />}
      {view.sheets.length > 0 && <SheetTable lines={view.sheets} />}
      {view.sheets.length > 0 && <AskingTools view={view} />}
    </div>
  )
}

function NoVendors() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <div className="card stack">
      <h2>{t('vendors.none')}</h2>
      <p>{t('vendors.none.says')}</p>
      <p className="row">
        <Link className="button" to="/f/$facility/start/{-$step}" params={{ facility, step: '6' }}>
          {t('vendors.none.write')}
        </Link>
        <Link className="button" to="/f/$facility/import" params={{ facility }} search={{ as: 'vendor-list' }}>
          {t('vendors.none.read')}
        </Link>
      </p>
    </div>
  )
}

/** One sheet for each system that has a vendor and none yet, in one step. */
function MakeSheets({ view }: { view: VendorsView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const mayWrite = useMay('facility:write')
  const make = useMutation({
    mutationFn: () => ask(routes.makeVendorSheets, { params: { facility }, body: {} }),
    onSuccess: async ({ made }) => {
      announce(t('vendors.made', { count: made }))
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  if (view.sheetsToMake === 0 || !mayWrite) return make.isError ? <Problem error={make.error} /> : null
  return (
    <div className="card stack">
      <h2>{t('vendors.toMake', { count: view.sheetsToMake })}</h2>
      <p className="small">{t('vendors.toMake.says')}</p>
      {make.isError && <Problem error={make.error} />}
      <p>
        <button type="button" className="button filled" onClick={() => !make.isPending && make.mutate()}>
          {make.isPending ? t('working') : t('vendors.make', { count: view.sheetsToMake })}
        </button>
      </p>
    </div>
  )
}

const stateNames: Readonly<Record<VendorSheetLine['state'], StateName>> = {
  'not-sent': 'not-sent',
  waiting: 'asked',
  partial: 'partial',
  returned: 'returned',
}

function SheetTable({ lines }: { lines: readonly VendorSheetLine[] }) {
  const { t } = useWords()
  const { vendor } = here.useSearch()
  return (
    <div className="table-frame">
      <table className="table vendor-table as-cards">
        <caption className="hidden-words">{t('vendors.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.vendor')}</th>
            <th scope="col">{t('column.system')}</th>
            <th scope="col">{t('column.way')}</th>
            <th scope="col">{t('column.sentOn')}</th>
            <th scope="col">{t('column.reply')}</th>
            <th scope="col">{t('column.next')}</th>
          </tr>
        </thead>
        <tbody>
          {byWork(lines).map((line) => (
            <SheetRow key={line.sheet} line={line} chosen={line.vendor === vendor || line.sheet === vendor} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SheetRow({ line, chosen }: { line: VendorSheetLine; chosen: boolean }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const way = line.way === undefined ? undefined : wayWords[line.way]
  return (
    <tr className={chosen ? 'chosen' : undefined}>
      <th scope="row">
        <Link to="/f/$facility/vendors/$sheet/ask" params={{ facility, sheet: line.sheet }}>
          {line.vendorName}
        </Link>
      </th>
      <td data-name={t('column.system')}>{line.systemName}</td>
      <td data-name={t('column.way')}>{way && t(way)}</td>
      <td data-name={t('column.sentOn')} className="number">
        {line.sentOn !== undefined && <ShortDate day={line.sentOn} />}
      </td>
      <td data-name={t('column.reply')}>
        <StateChip state={stateNames[line.state]} days={line.days} />{' '}
        {line.onPaper && <span className="source whole">{t('sheet.onPaper')}</span>}
        {line.asking?.state === 'awaiting-approval' && <span className="source whole">{t('asking.awaiting')}</span>}
      </td>
      <td data-name={t('column.next')}>{line.next && say(line.next)}</td>
    </tr>
  )
}
